import API
import Cells
import Client
import Domain
import Foundation
import Testing

@Suite("The catalog when nobody answers")
struct KeptCatalogTests {
    private let away = CommunityFailure(.unreachable, "Nobody answers at localhost:8000.")

    private func kept(as role: RoleID = BuiltInRoles.admin) -> KeptCatalog {
        var kept = KeptCatalog(me: Sample.me("zita", role))
        kept.take(
            CatalogPage(items: Sample.entries), answering: CatalogQuery(),
            at: Sample.now.timestamp)
        return kept
    }

    private func titles(_ query: String, in kept: KeptCatalog) -> [String] {
        kept.page(answering: CatalogQuery(q: query), at: Sample.now.timestamp).items.map(\.title)
    }

    @Test("what was kept is searched by the search language's own rules")
    func searching() {
        let kept = kept()
        #expect(titles("seguranca", in: kept).contains { $0.hasPrefix("Relatório de Segurança") })
        #expect(titles("relat", in: kept).count == 1, "the last word may be a beginning")
        #expect(titles("type:video", in: kept) == ["Aula 07: sistemas distribuídos"])
        #expect(titles("-type:video", in: kept).count == Sample.entries.count - 1)
        #expect(
            titles("size>4G", in: kept).count
                == Sample.entries.count { $0.size.bytes > 4 << 30 })
        #expect(titles("nothing like it", in: kept).isEmpty)
    }

    @Test("an account sees what its role saw, and after a demotion what the new one sees")
    func roles() {
        var kept = kept()
        let guarded = Sample.entries.filter { $0.minRoleWeight > Sample.weight(100) }
        #expect(!guarded.isEmpty)
        kept.take(Sample.me("zita", BuiltInRoles.member))
        let shown = kept.page(answering: CatalogQuery(), at: Sample.now.timestamp).items
        #expect(shown.count == Sample.entries.count - guarded.count)
        kept.take(Sample.me("zita", BuiltInRoles.admin))
        #expect(
            kept.page(answering: CatalogQuery(), at: Sample.now.timestamp).everything
                == shown.count, "what was forgotten does not come back")
    }

    @Test("what the newest page does not show any more is forgotten; older pages are not")
    func gone() {
        var kept = kept()
        let newest = Sample.entries.sorted { $0.createdAt > $1.createdAt }
        kept.take(
            CatalogPage(items: [newest[0], newest[2]], nextCursor: "more"),
            answering: CatalogQuery(), at: Sample.now.timestamp)
        let left = kept.page(answering: CatalogQuery(), at: Sample.now.timestamp).items.map(\.id)
        #expect(!left.contains(newest[1].id))
        #expect(left.count == Sample.entries.count - 1)
    }

    @Test("the list is bounded, and goes into a file and back")
    func bounds() throws {
        var kept = KeptCatalog(me: Sample.me("zita", BuiltInRoles.admin))
        for start in stride(from: 0, to: 1200, by: 100) {
            let items = (start..<start + 100).map {
                Sample.entry(
                    Int64($0), "Entry \($0)", .pdf, 1, seeders: 1, leechers: 0,
                    age: Sample.days(2))
            }
            kept.take(
                CatalogPage(items: items, nextCursor: "more"),
                answering: CatalogQuery(page: PageQuery(cursor: "\(start)")),
                at: Sample.now.timestamp)
        }
        let page = kept.page(answering: CatalogQuery(), at: Sample.now.timestamp)
        #expect(page.everything == KeptCatalog.mostEntries)
        #expect(titles("1199", in: kept).count == 1 && titles("\"entry 0\"", in: kept).isEmpty)
        let data = try JSONEncoder().encode(kept)
        #expect(try JSONDecoder().decode(KeptCatalog.self, from: data) == kept)
    }

    @Test("a search that nobody answers shows what was kept, and says so until somebody does")
    func recalled() throws {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type("relat")
        let query = try #require(stage.state.catalog.awaited)
        stage.send(
            .catalogRecalled(
                query, kept().page(answering: query, at: Sample.now.timestamp)),
            .catalogFound(query, .failure(away)))
        #expect(stage.shows("Nobody answers. This is what was seen here"))
        #expect(stage.shows("Relatório de Segurança 2026") && !stage.shows("Aula 07"))
        try Golden.expect(stage.state, "catalog-kept")
        stage.send(.eventsInterrupted(retryInSeconds: 4), .eventsConnected)
        stage.pass(milliseconds: 2000)
        let again = try #require(stage.state.catalog.awaited)
        stage.send(.catalogFound(again, .success(Sample.page())))
        #expect(!stage.shows("Nobody answers"))
        #expect(stage.shows("Aula 07"))
    }

    @Test("what the community itself has answered is not replaced by something older")
    func fresher() throws {
        var stage = Sample.catalog()
        stage.send(.communityHappened(CommunityEvent(kind: .catalogChanged)))
        stage.pass(milliseconds: 2000)
        let query = try #require(stage.state.catalog.awaited)
        let before = stage.state.catalog.items
        stage.send(
            .catalogRecalled(
                query, KeptPage(items: [], everything: 0, keptAt: Sample.now.timestamp)))
        #expect(stage.state.catalog.items == before && stage.state.catalog.keptAt == nil)
    }

    @Test("one starts as whoever one was; the community's word counts when it comes")
    func starting() {
        let server = Sample.server
        let me = Sample.me("maria", BuiltInRoles.gerente)
        var stage = Stage(
            AppState(size: Size(width: 120, height: 40), now: Sample.now, server: server))
        stage.send(.started)
        #expect(stage.effects.first == .resumeSession(server))
        stage.send(.sessionRecalled(server, me))
        #expect(stage.state.session?.me == me)
        stage.send(.sessionResumed(server, .failure(away)))
        #expect(stage.state.session != nil, "that nobody answers ends nothing")

        var confirmed = stage
        confirmed.send(.sessionResumed(server, .success(Sample.me("maria", BuiltInRoles.member))))
        #expect(confirmed.state.session?.me.role.id == BuiltInRoles.member)
        for word: Outcome<MeReply?> in [
            .success(nil), .failure(CommunityFailure(.signedOut, "no")),
        ] {
            var ended = stage
            ended.settle()
            ended.send(.sessionResumed(server, word))
            #expect(ended.state.session == nil && ended.effects.contains(.dropKept))
        }
    }

    @Test("who has typed a password meanwhile is not signed in as somebody else")
    func late() {
        var stage = Stage(
            AppState(size: Size(width: 120, height: 40), now: Sample.now, server: Sample.server))
        stage.send(.started, .sessionResumed(Sample.server, .success(nil)))
        stage.send(.sessionRecalled(Sample.server, Sample.me("maria", BuiltInRoles.gerente)))
        #expect(stage.state.session == nil)
    }
}
