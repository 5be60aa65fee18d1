import Domain
import Service
import Store
import TestLedger
import Testing
import Tracker

/// The histories that the pure rules are held to, on the road that announces take: booked in
/// memory, written in batches, kept in the journal and applied in pieces, by a server that is killed
/// at any point of it and begins again from what its database has.
@Suite(.inTurn) struct LedgerHistoryContractTests {
    @Test(
        "1 to 7: after any history every session and every total is right to the byte",
        arguments: TestEngine.all)
    func histories(engine: TestEngine) async throws {
        for seed in 0..<UInt64(20) {
            var random = SeededGenerator(seed: 7000 + seed)
            let history = LedgerHistory(using: &random)
            var run = try await Run(history, engine, "seed \(seed)", random)
            try await run.run()
        }
    }
}

private struct Run {
    private let history: LedgerHistory
    private let name: Comment
    private var stage: StoreStage
    private var random: SeededGenerator
    private let staff: UserID
    private var users: [UserID] = []
    private var torrents: [CatalogID] = []
    private var model: LedgerModel
    /// As it was when everything was on disk last.
    private var modelOnDisk: LedgerModel
    private var adjustments = 0
    private var memory: SwarmMemory
    private var batches: UInt64 = 0
    private var writer: Int64 = 1

    init(
        _ history: LedgerHistory, _ engine: TestEngine, _ name: String, _ random: SeededGenerator
    ) async throws {
        self.history = history
        self.name = Comment(rawValue: name)
        self.random = random
        stage = try await StoreStage(engine)
        staff = try await stage.account("staff", role: BuiltInRoles.superAdmin)
        for number in 0..<LedgerHistory.users {
            users.append(try await stage.account("user-\(number)"))
        }
        for number in 0..<LedgerHistory.torrents {
            torrents.append(try await stage.entry(number, by: staff))
        }
        model = LedgerModel(history)
        modelOnDisk = model
        memory = SwarmMemory(isShared: stage.store.isShared)
        try await begin()
    }

    mutating func run() async throws {
        for event in history.events {
            try await happen(event)
            if Int.random(in: 0..<8, using: &random) == 0 { try await applySome() }
        }
        try await flush()
        stage = try await stage.restarted()
        try await compare()
        try await stage.store.close()
    }

    private mutating func happen(_ event: LedgerHistory.Event) async throws {
        switch event {
        case .arrived(let arrival): try await announce(arrival)
        case .adjusted(let user, let up, let down):
            try await flush()
            let isDone = model.adjusts(user: user, up: up, down: down)
            adjustments += isDone ? 1 : 0
            do {
                try await stage.adjust(users[user], up: up, down: down, by: staff)
                #expect(isDone, name)
            } catch StoreFailure.belowZero {
                #expect(!isDone, name)
            }
            modelOnDisk = model
        case .deleted(let torrent):
            try await flush()
            model.deletes(torrent: torrent)
            modelOnDisk = model
            if try await stage.store.entry(torrents[torrent]) != nil {
                try await stage.store.delete(
                    torrents[torrent], at: StoreStage.start, audit: stage.audit())
            }
        case .flushed: try await flush()
        case .killed:
            stage = try await stage.restarted()
            model = modelOnDisk
            try await begin()
        }
    }

    /// A server that knows nothing but what its database has.
    private mutating func begin() async throws {
        memory = SwarmMemory(isShared: stage.store.isShared)
        for user in users {
            let totals = try await stage.totals(user)
            _ = memory.addMember(user, totals: Counters(up: totals.up, down: totals.down))
        }
        for torrent in torrents { _ = memory.addTorrent(torrent) }
        writer += 1
        batches = 0
    }

    private mutating func announce(_ arrival: Arrival) async throws {
        guard model.takes(arrival) else { return }
        let client = history.clients[arrival.client]
        let (member, torrent) = (UInt32(client.user), UInt32(client.torrent))
        let key = SessionKey(
            user: users[client.user], torrent: torrents[client.torrent],
            peerID: try StoreStage.peer(arrival.client))
        let session: UInt32
        if let known = memory.session(key.peerID, member, torrent) {
            session = known
        } else {
            let row = try await stage.store.session(key)
            session = memory.remember(
                key.peerID, member: member, torrent: torrent, as: row?.session, left: row?.left,
                at: arrival.at)
        }
        let address = arrival.family == .v4 ? "10.0.0.1" : "2001:db8::1"
        let booking = memory.announce(
            session,
            SwarmMemory.Claim(
                endpoint: PeerEndpoint(
                    address: try #require(IPAddress(address)), port: UInt16(6881 + arrival.client)),
                counters: arrival.counters, left: arrival.left, event: arrival.event,
                at: arrival.at))
        if booking.waitsForDisk { try await flush() }
    }

    /// Into the rows or into the journal, sometimes twice; nothing overtakes what is in the journal.
    private mutating func flush() async throws {
        batches += 1
        let (batch, name) = (memory.takeBatch(), BatchName(writer: writer, number: batches))
        modelOnDisk = model
        guard !batch.isEmpty else { return }
        var isKept = false
        if !stage.store.isShared {
            let waits = try await stage.store.journal() != nil
            isKept = waits || Bool.random(using: &random)
        }
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            if isKept {
                _ = try await stage.store.keep(batch, as: name)
            } else {
                _ = try await stage.store.book(batch, as: name)
            }
        }
    }

    /// A piece of the journal, or two; the rest is for later, or for who comes after a crash.
    private mutating func applySome() async throws {
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            guard let journal = try await stage.store.journal() else { return }
            let most = Int.random(in: 1...3, using: &random)
            #expect(try await stage.store.apply(journal, atMost: most) != nil, name)
            // Of a copy that was read before it nothing is taken.
            #expect(try await stage.store.apply(journal, atMost: most) == nil, name)
        }
    }

    private func compare() async throws {
        for (number, user) in users.enumerated() {
            let total = model.total(of: number)
            #expect(try await stage.totals(user) == Totals(total.up, total.down), name)
        }
        #expect(try await credited(stage) == expected(model), name)
        #expect(try await stage.store.verifyTotals().isEmpty, name)
        let kept = try await stage.engine.read { db in
            try db.integers("select count(*) from ledger_adjustment", [])
        }
        #expect(kept == [[Int64(adjustments)]], name)
    }

    private func expected(_ model: LedgerModel) throws -> [String: Counters] {
        var figures: [String: Counters] = [:]
        for (client, credited) in model.credited {
            figures[try StoreStage.peer(client).hex] = Counters(credited.up, credited.down)
        }
        return figures
    }

    private func credited(_ stage: StoreStage) async throws -> [String: Counters] {
        let rows = try await stage.engine.read { db in
            try db.values(
                """
                select lower(hex(peer_id)) as peer, credited_up, credited_down from ledger_session
                """, [], ["peer", "credited_up", "credited_down"])
        }
        var figures: [String: Counters] = [:]
        for row in rows {
            guard case .text(let peer) = row[0], case .integer(let up) = row[1],
                case .integer(let down) = row[2]
            else { throw StoreFailure.gone }
            figures[peer] = Counters(up, down)
        }
        return figures
    }
}
