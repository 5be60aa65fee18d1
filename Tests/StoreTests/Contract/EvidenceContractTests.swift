import Domain
import Service
import Store
import Testing
import Tracker

/// Cases of evidence, as any store keeps them.
@Suite struct EvidenceContractTests {
    private func piece(
        _ user: UserID, _ torrent: CatalogID, rule: Evidence.Rule = .unreceived, score: Int = 60,
        beside other: UserID? = nil, claimed: Int64 = 10, announces: ClosedRange<Int64> = 1...4
    ) throws -> Evidence {
        let peer = try StoreStage.peer(1)
        return Evidence(
            rule: rule, suspect: SwarmMember.Identity(user: user, peerID: peer),
            counterpart: other.map { SwarmMember.Identity(user: $0, peerID: peer) },
            torrent: torrent, score: score, claimed: ByteCount(clamping: claimed),
            explained: ByteCount(clamping: 3),
            announces: announces.map {
                ClaimedAnnounce(
                    at: StoreStage.start.adding(seconds: $0 * 10), counters: Counters($0, 2),
                    left: ByteCount(clamping: 5), event: $0 == 1 ? .started : nil)
            })
    }

    private func search(
        isOpen: Bool = true, user: UserID? = nil, below: Int? = nil, except: UserID = UserID(0),
        before: Int64? = nil, limit: Int = 10
    ) -> EvidenceSearch {
        EvidenceSearch(
            isOpen: isOpen, user: user, below: below.map { RoleWeight(clamping: $0) },
            except: except, before: before, limit: limit)
    }

    private func review(_ verdict: EvidenceVerdict = .confirmed) -> EvidenceRecord.Review {
        EvidenceRecord.Review(
            verdict: verdict, reviewer: "sara", reason: "seen", at: StoreStage.start)
    }

    @Test("a case holds who, what, when, how much and the announces", arguments: TestEngine.all)
    func whole(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let (ana, bia) = (try await stage.account("ana"), try await stage.account("bia"))
            let torrent = try await stage.entry(1, by: ana)
            try await stage.store.keep([try piece(ana, torrent, beside: bia)])
            let found = try #require(try await stage.store.evidence(search()).first)
            #expect(
                found
                    == EvidenceRecord(
                        id: found.id, kind: .unreceived, score: 60,
                        user: EvidenceRecord.Party(
                            id: ana, username: "ana", weight: RoleWeight(clamping: 100)),
                        torrent: torrent, peerID: try StoreStage.peer(1),
                        claimed: ByteCount(clamping: 10), explained: ByteCount(clamping: 3),
                        since: StoreStage.start.adding(seconds: 10),
                        until: StoreStage.start.adding(seconds: 40), times: 1,
                        counterpart: EvidenceRecord.Party(
                            id: bia, username: "bia", weight: RoleWeight(clamping: 100)),
                        review: nil))
            #expect(try await stage.store.evidence(found.id) == found)
            #expect(try await stage.store.evidence(found.id + 1) == nil)
            let behind = try await stage.store.announces(behind: found.id)
            #expect(behind == (try piece(ana, torrent)).announces)
        }
    }

    @Test(
        "what is found again makes the open case grow, and behind it stand the last 16 announces",
        arguments: TestEngine.all)
    func growing(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let (one, two) = (try await stage.entry(1, by: ana), try await stage.entry(2, by: ana))
            try await stage.store.keep([
                try piece(ana, one), try piece(ana, two),
                try piece(ana, one, rule: .impossibleSpeed),
            ])
            // Its announces overlap with those that are there, as the last few always do.
            for start in Int64(2)...20 {
                try await stage.store.keep([
                    try piece(
                        ana, one, score: start == 20 ? 70 : 90, claimed: start,
                        announces: start...start + 3)
                ])
            }
            let cases = try await stage.store.evidence(search())
            #expect(cases.map(\.kind) == [.impossibleSpeed, .unreceived, .unreceived])
            let grown = try #require(cases.last)
            #expect(grown.torrent == one && grown.times == 20)
            #expect(grown.score == 90 && grown.claimed.bytes == 20)
            #expect(grown.since == StoreStage.start.adding(seconds: 10))
            #expect(grown.until == StoreStage.start.adding(seconds: 230))
            let behind = try await stage.store.announces(behind: grown.id)
            #expect(behind.map(\.counters.up.bytes) == Array(8...23))
        }
    }

    @Test("a case is judged once, and what is found after it is another", arguments: TestEngine.all)
    func judged(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let torrent = try await stage.entry(1, by: ana)
            try await stage.store.keep([try piece(ana, torrent)])
            let id = try #require(try await stage.store.evidence(search()).first).id
            let entry = stage.audit("evidence.confirmed")
            try await stage.store.review(id, review(), audit: entry)
            #expect(try await stage.acts() == ["evidence.confirmed"])
            #expect(try await stage.store.evidence(search()).isEmpty)
            #expect(
                try await stage.store.evidence(search(isOpen: false)).map(\.review) == [review()])
            await #expect(throws: StoreFailure.spent) {
                try await stage.store.review(id, review(.dismissed), audit: entry)
            }
            await #expect(throws: StoreFailure.gone) {
                try await stage.store.review(id + 9, review(), audit: entry)
            }
            #expect(try await stage.acts().count == 1)
            try await stage.store.keep([try piece(ana, torrent)])
            #expect(try await stage.store.evidence(search()).map(\.id).allSatisfy { $0 > id })
            #expect(try await stage.store.evidence(search()).count == 1)
        }
    }

    @Test("a search knows weights, members and pages", arguments: TestEngine.all)
    func searching(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let ana = try await stage.account("ana")
            let sara = try await stage.account("sara", role: BuiltInRoles.supervisor)
            let torrents = [try await stage.entry(1, by: ana), try await stage.entry(2, by: ana)]
            for torrent in torrents {
                for user in [ana, sara] {
                    try await stage.store.keep([try piece(user, torrent)])
                }
            }
            let users = { (search: EvidenceSearch) in
                try await stage.store.evidence(search).map(\.user.id)
            }
            #expect(try await users(search()) == [sara, ana, sara, ana])
            #expect(try await users(search(below: 400)) == [ana, ana])
            #expect(try await users(search(below: 401)) == [sara, ana, sara, ana])
            #expect(try await users(search(below: 100)) == [])
            #expect(try await users(search(except: ana)) == [sara, sara])
            #expect(try await users(search(user: ana)) == [ana, ana])
            let first = try await stage.store.evidence(search(limit: 3))
            #expect(try await users(search(before: first.last?.id, limit: 3)) == [ana])
        }
    }

    @Test("of torrents those are known that a member had a session on", arguments: TestEngine.all)
    func sessions(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let (ana, bia) = (try await stage.account("ana"), try await stage.account("bia"))
            let one = try await stage.entry(1, by: ana)
            try await stage.entry(2, by: ana)
            try await stage.book(bia, one)
            let hashes = try (1...3).map { try StoreStage.hash($0) }
            #expect(
                try await stage.store.torrents(hashes, sharedBy: bia)
                    == [try StoreStage.hash(1): one])
            #expect(try await stage.store.torrents(hashes, sharedBy: ana).isEmpty)
        }
    }
}
