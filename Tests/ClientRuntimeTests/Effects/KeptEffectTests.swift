import API
import Client
import Domain
import Synchronization
import Testing

@testable import ClientRuntime

@Suite("Questions while the community is slow or away")
struct KeptEffectTests {
    private let community = FakeCommunity()
    private let desk = FakeDesk()
    private let kept = FakeKept()
    private let away = CommunityFailure(.unreachable, "Nobody answers.")

    private func run(_ effect: Effect, isImpatient: Bool = false) async -> [Message] {
        let handler = EffectHandler(
            Ports(
                community: community, transfers: FakeTransfers(), desktop: desk, host: desk,
                memory: desk, kept: kept),
            pause: {}, patience: { if !isImpatient { try await Task.sleep(for: .seconds(600)) } })
        guard case .start(_, let operation) = handler.plan(effect) else { return [] }
        let mailbox = Mailbox<Message>(wake: {})
        await operation(Outbox(mailbox: mailbox, sender: EffectToken(number: 0)))
        return mailbox.takeAll().compactMap { letter in
            if case .message(let message, _) = letter { message } else { nil }
        }
    }

    @Test("when nobody can be reached, what was kept comes before the failure")
    func unreachable() async {
        community.fail(with: away)
        let query = CatalogQuery(q: "maçã")
        #expect(
            await run(.searchCatalog(query))
                == [.catalogRecalled(query, FakeKept.page), .catalogFound(query, .failure(away))])
        #expect(
            await run(.resumeSession(Fakes.server))
                == [
                    .sessionRecalled(Fakes.server, Fakes.me),
                    .sessionResumed(Fakes.server, .failure(away)),
                ])
    }

    @Test("a refusal is no reason to show anything old")
    func refused() async {
        let refusal = CommunityFailure(.refused, "no")
        community.fail(with: refusal)
        #expect(
            await run(.searchCatalog(CatalogQuery()))
                == [.catalogFound(CatalogQuery(), .failure(refusal))])
    }

    @Test("further pages, and what waits for approval, are not taken from what was kept")
    func others() async {
        community.fail(with: away)
        for query in [
            CatalogQuery(page: PageQuery(cursor: "x")), CatalogQuery(status: .pending),
        ] {
            #expect(
                await run(.searchCatalog(query)) == [.catalogFound(query, .failure(away))])
        }
    }

    @Test("answers are kept, and what is gone is dropped")
    func keeping() async {
        community.answer("/catalog", with: CatalogPage(items: []))
        _ = await run(.searchCatalog(CatalogQuery()))
        community.answer("/me", with: Fakes.me)
        _ = await run(.fetchMe)
        community.fail(with: CommunityFailure(.missing, "gone"))
        _ = await run(.fetchDetail(CatalogID(4)))
        _ = await run(.dropKept)
        #expect(kept.notes == ["page", "me", "drop 4", "drop all"])
    }
}

/// Keeps nothing but notes, and always has the same to say.
private final class FakeKept: KeptCatalogPort {
    static let page = KeptPage(items: [], everything: 3, keptAt: Timestamp(seconds: 7))

    private let written = Mutex<[String]>([])

    var notes: [String] { written.withLock { $0 } }

    private func note(_ text: String) { written.withLock { $0.append(text) } }

    func begin(_ me: MeReply, at server: ServerAddress) async { note("begin") }
    func keep(_ me: MeReply) async { note("me") }
    func keep(_ page: CatalogPage, answering query: CatalogQuery) async { note("page") }
    func keep(_ detail: CatalogDetail) async { note("detail") }
    func drop(_ id: CatalogID) async { note("drop \(id)") }
    func dropAll() async { note("drop all") }
    func recallAccount(at server: ServerAddress) async -> MeReply? { Fakes.me }
    func recall(answering query: CatalogQuery) async -> KeptPage? { Self.page }
    func recall(_ id: CatalogID) async -> CatalogDetail? { nil }
}
