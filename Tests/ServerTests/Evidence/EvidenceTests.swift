import API
import Domain
import Service
import Store
import Testing
import Tracker

@testable import Server

/// From an announce that lies to a case that somebody judged.
@Suite(.everyEngine) struct EvidenceTests {
    private static let gigabyte: Int64 = 1 << 30

    private static func cases(
        _ site: TestSite, _ query: EvidenceQuery = EvidenceQuery(), as member: Member
    ) async throws -> [EvidenceBody] {
        try await site.call(Endpoints.evidence, query: query, as: member).items
    }

    /// Puts a case about a member into the store; answers its id.
    @discardableResult
    private static func accuse(
        _ user: UserID, of torrent: CatalogID, rule: Evidence.Rule = .unreceived,
        beside other: UserID? = nil, _ site: TestSite
    ) async throws -> Int64 {
        let peer = PeerID(Bytes20(repeating: 7))
        try await site.home.store.keep([
            Evidence(
                rule: rule, suspect: SwarmMember.Identity(user: user, peerID: peer),
                counterpart: other.map { SwarmMember.Identity(user: $0, peerID: peer) },
                torrent: torrent, score: 80, claimed: ByteCount(clamping: 9),
                explained: ByteCount(clamping: 1),
                announces: [
                    ClaimedAnnounce(
                        at: site.clock.now, counters: .zero, left: .zero, event: .started)
                ])
        ])
        let found = try await site.home.store.evidence(
            EvidenceSearch(isOpen: true, user: user, below: nil, except: UserID(0), limit: 1))
        return try #require(found.first).id
    }

    @Test("who claims to give and gives to nobody is a case, with the announces behind it")
    func cheat() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let entry = try await site.publish(1, by: site.admin).summary
            var claimed: [Int64] = []
            for number in Int64(0)..<8 {
                let up = number * 900_000_007 + number * number * 16_391
                claimed.append(up)
                let event = number == 0 ? "started" : nil
                try await live.announce(ana, entry.infoHash, up: up, event: event)
                try await live.announce(bia, entry.infoHash, event: event)
                site.clock.advance(by: 1800)
            }
            let admin = try await site.signIn("admin", TestHome.adminPassword)
            // The server looks at what it saw beside the announces; the store may be asked in vain
            // as often as one likes, and the API not.
            let search = EvidenceSearch(isOpen: true, below: nil, except: UserID(0), limit: 10)
            let wanted = { (kind: EvidenceKind, score: Int) in
                kind == .nobodyToReceive && score >= 70
            }
            let deadline = ContinuousClock.now + .seconds(60)
            while try await !site.home.store.evidence(search).contains(where: {
                wanted($0.kind, $0.score)
            }) {
                try #require(ContinuousClock.now < deadline)
                try await site.home.site.evidenceRoom.work()
            }
            let found = try await Self.cases(site, as: admin)
            // The books of the swarm may say so too, of the same member.
            #expect(Set(found.map(\.username)) == ["ana"])
            let first = try #require(found.first { wanted($0.kind, $0.score) })
            #expect(first.catalogId == entry.id)
            #expect(first.score >= Evidence.reviewScore && first.verdict == nil)
            #expect(first.title == entry.title && first.claimed > first.explained)
            let detail = try await site.call(Endpoints.evidenceCase, first.id, as: admin)
            #expect(detail.summary == first && detail.review == nil)
            #expect(detail.peerId == (try LiveSite.peer(ana)).hex)
            #expect(detail.announces.count >= 4)
            #expect(Set(detail.announces.map(\.up.bytes)).isSubset(of: claimed))
            #expect(detail.announces.map(\.at) == detail.announces.map(\.at).sorted())
            // Nothing else follows.
            #expect(try await site.home.store.account(ana.id)?.ban == nil)
            #expect(try await live.announce(ana, entry.infoHash, event: nil).failure == nil)
        }
    }

    @Test(
        "of two who claim to have given the same, receipts tell who did", arguments: [true, false])
    func attested(isAttested: Bool) async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let dora = try await site.member("dora")
            let torrent = try await site.publish(1, by: site.admin).summary.id
            let room = site.home.site.evidenceRoom
            let taker = try #require(PeerID(Array("-EX1000-abcdefghijkl".utf8)))
            let say = { (user: Member, number: Int64, up: Int64, down: Int64, left: Int64) in
                let peer = user.id == bia.id ? taker : try LiveSite.peer(user)
                room.saw(
                    SeenAnnounce(
                        WatchedAnnounce(
                            identity: SwarmMember.Identity(user: user.id, peerID: peer),
                            counters: Counters(
                                up: ByteCount(clamping: up), down: ByteCount(clamping: down)),
                            left: ByteCount(clamping: left),
                            event: number == 0 ? .started : nil, key: nil,
                            at: site.clock.now.adding(seconds: number * 1800)),
                        of: torrent, size: ByteCount(clamping: 100 * Self.gigabyte),
                        interval: 1800))
            }
            for number in Int64(0)..<8 {
                let truth = number * Self.gigabyte
                if isAttested, number > 0 {
                    let line = AttestedLine(
                        peerID: try LiveSite.peer(ana),
                        endpoint: PeerEndpoint(address: .v4(1), port: 0),
                        bytes: ByteCount(clamping: Self.gigabyte))
                    room.saw(SeenReceipt(receiver: bia.id, torrent: torrent, lines: [line]))
                }
                try say(bia, number, 0, truth, 1)
                // Never twice the same, nor a whole multiple of anything.
                try say(ana, number, truth + number * number * 16_391, 0, 0)
                try say(dora, number, truth + number * number * 16_411, 0, 0)
            }
            try await room.work()
            let found = try await Self.cases(site, as: site.admin)
            #expect(Set(found.map(\.username)) == (isAttested ? ["dora"] : []))
        }
    }

    @Test("a case is judged once, with a reason, and both are in the case and in the audit log")
    func review() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let torrent = try await site.publish(1, by: site.admin).summary.id
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let id = try await Self.accuse(ana.id, of: torrent, site)
            let none = try await site.refusal(
                Endpoints.reviewEvidence, id,
                body: NewEvidenceReview(verdict: .confirmed, reason: "  "), as: ada)
            #expect(none.code == "invalid_reason")
            let judged = try await site.call(
                Endpoints.reviewEvidence, id,
                body: NewEvidenceReview(verdict: .confirmed, reason: "said so"), as: ada)
            #expect(judged.review?.verdict == .confirmed && judged.review?.reviewer == "ada")
            #expect(judged.review?.reason == "said so" && judged.summary.verdict == .confirmed)
            #expect(try await Self.cases(site, as: ada).isEmpty)
            let closed = try await Self.cases(site, EvidenceQuery(state: .closed), as: ada)
            #expect(closed.map(\.id) == [id])
            let second = try await site.refusal(
                Endpoints.reviewEvidence, id,
                body: NewEvidenceReview(verdict: .dismissed, reason: "no"), as: site.admin)
            #expect(second.code == "already_reviewed")
            let log = try await site.call(
                Endpoints.audit, query: AuditQuery(act: "evidence"), as: site.admin
            ).items
            #expect(log.map(\.act) == ["evidence.confirmed"])
            #expect(log.first?.subject == "user ana" && log.first?.reason == "said so")
            #expect(log.first?.after == "confirmed")
            #expect(try await site.home.store.account(ana.id)?.ban == nil)
        }
    }

    @Test("one reads of those who weigh less: not of equals, not of heavier ones, not of oneself")
    func weights() async throws {
        try await TestSite.with { site in
            let torrent = try await site.publish(1, by: site.admin).summary.id
            let (ada, ari) = (
                try await site.member("ada", role: BuiltInRoles.admin),
                try await site.member("ari", role: BuiltInRoles.admin)
            )
            let ana = try await site.member("ana")
            let about = [
                try await Self.accuse(ana.id, of: torrent, beside: ari.id, site),
                try await Self.accuse(ada.id, of: torrent, site),
                try await Self.accuse(ari.id, of: torrent, site),
                try await Self.accuse(site.admin.id, of: torrent, site),
            ]
            #expect(try await Self.cases(site, as: ada).map(\.username) == ["ana"])
            let all = try await Self.cases(site, as: site.admin).map(\.username)
            #expect(all == ["ari", "ada", "ana"])
            #expect(
                try await Self.cases(site, EvidenceQuery(user: ari.id), as: ada).isEmpty)
            let absent = try await site.send(Endpoints.evidenceCase, [999], as: ada)
            for id in about.dropFirst() {
                let reply = try await site.send(Endpoints.evidenceCase, [id], as: ada)
                #expect(reply.status == 404 && reply.text == absent.text)
                let judged = try await site.refusal(
                    Endpoints.reviewEvidence, id, body: .example, as: ada)
                #expect(judged.status == 404)
            }
            // Who else is in it stays unsaid where they weigh as much.
            #expect(
                try await site.call(Endpoints.evidenceCase, about[0], as: ada).counterpart == nil)
            #expect(
                try await site.call(Endpoints.evidenceCase, about[0], as: site.admin).counterpart
                    == "ari")
            let refusal = try await site.refusal(Endpoints.evidence, as: ana)
            #expect(refusal.code == "permission_missing")
            // The act is in the log of those who may know.
            let _: EvidenceDetail = try await site.call(
                Endpoints.reviewEvidence, about[2], body: .example, as: site.admin)
            let log = try await site.call(Endpoints.audit, as: ada).items
            #expect(!log.contains { $0.act.hasPrefix("evidence") })
        }
    }

    @Test("pages of cases follow one another, and a filter that cannot be read is named")
    func pages() async throws {
        try await TestSite.with { site in
            let torrent = try await site.publish(1, by: site.admin).summary.id
            let ana = try await site.member("ana")
            for rule in Evidence.Rule.allCases {
                try await Self.accuse(ana.id, of: torrent, rule: rule, site)
            }
            var seen: [EvidenceKind] = []
            var cursor: String?
            repeat {
                let page = try await site.call(
                    Endpoints.evidence,
                    query: EvidenceQuery(page: PageQuery(limit: 3, cursor: cursor)),
                    as: site.admin)
                seen += page.items.map(\.kind)
                cursor = page.nextCursor
            } while cursor != nil
            #expect(seen == Evidence.Rule.allCases.map(\.kind).reversed())
            for query in ["state=x", "user_id=x", "user_id=0", "cursor=x"] {
                let reply = try await site.raw(
                    .get, Endpoints.evidence.path([]) + "?" + query, token: site.admin.access)
                #expect(try TestSite.problem(reply).code == "bad_parameter")
            }
        }
    }
}
