import Domain
import Service
import Store
import Testing
import Tracker

/// A store in a folder of its own, and short words for putting things in it.
struct StoreStage: Sendable {
    static let start = Timestamp(seconds: 1_700_000_000)

    let folder: TemporaryFolder
    let engine: any SQLEngine
    let store: CommunityStore
    private let kind: TestEngine

    init(_ kind: TestEngine, folder: TemporaryFolder? = nil) async throws {
        let folder = try folder ?? TemporaryFolder()
        self.folder = folder
        self.kind = kind
        engine = try await kind.open(folder)
        store = try await CommunityStore(engine: engine)
    }

    /// Runs a test on a store, and closes it whatever happens.
    static func with(_ kind: TestEngine, _ test: (StoreStage) async throws -> Void) async throws {
        let stage = try await StoreStage(kind)
        do {
            try await test(stage)
        } catch {
            try? await stage.store.close()
            throw error
        }
        try await stage.store.close()
    }

    /// Closes the database and opens it again, as a restart of the server does.
    func restarted() async throws -> StoreStage {
        try await store.close()
        return try await StoreStage(kind, folder: folder)
    }

    static func name(_ text: String) throws -> Username { try #require(Username(rawValue: text)) }

    @discardableResult
    func account(
        _ name: String, role: RoleID = BuiltInRoles.member, passkey: Passkey = .random()
    ) async throws -> UserID {
        try await store.create(
            NewAccount(
                username: try Self.name(name), passwordHash: "hash of \(name)", roleID: role,
                passkey: passkey, createdAt: Self.start), audit: nil)
    }

    func totals(_ user: UserID) async throws -> Totals {
        try #require(try await store.account(user)).totals
    }

    func audit(_ act: String = "test.done", at: Timestamp = start, visibleTo: RoleWeight = .guest)
        -> AuditEntry
    {
        AuditEntry(
            actorID: UserID(1), actorName: "admin", act: act, subject: "something", reason: "why",
            before: "before", after: nil, at: at, visibleTo: visibleTo)
    }

    /// `number` makes the info hash, so entries of different numbers are different torrents.
    @discardableResult
    func entry(
        _ number: Int, title: String = "Título", description: String = "", tags: [String] = [],
        weight: Int = 0, status: CatalogStatus = .approved, by uploader: UserID, size: Int64 = 100,
        hashes: [InfoHash]? = nil
    ) async throws -> CatalogID {
        try await store.insert(
            try Self.newEntry(
                number, title: title, description: description, tags: tags, weight: weight,
                status: status, by: uploader, size: size, hashes: hashes))
    }

    /// Many alike, in one transaction.
    func entries(
        _ numbers: ClosedRange<Int>, title: String, description: String, by uploader: UserID
    ) async throws {
        try await store.insert(
            try numbers.map {
                try Self.newEntry($0, title: title, description: description, by: uploader)
            })
    }

    private static func newEntry(
        _ number: Int, title: String, description: String, tags: [String] = [], weight: Int = 0,
        status: CatalogStatus = .approved, by uploader: UserID, size: Int64 = 100,
        hashes: [InfoHash]? = nil
    ) throws -> NewEntry {
        let files = [
            TorrentFile(path: "pasta/a.pdf", size: ByteCount(clamping: size)),
            TorrentFile(path: "pasta/b.txt", size: .zero),
        ]
        let metainfo = Metainfo(
            name: title, files: files, size: ByteCount(clamping: size), pieceLength: 16_384,
            infoHashes: try hashes ?? [hash(number)], info: Array("info \(number)".utf8),
            pieceLayers: number.isMultiple(of: 2) ? [1, 2, 3] : nil, becamePrivate: false)
        return NewEntry(
            title: title, description: description, tags: tags,
            minRoleWeight: try #require(RoleWeight(weight)), status: status,
            uploaderID: uploader, metainfo: metainfo, createdAt: start)
    }

    static func hash(_ number: Int) throws -> InfoHash {
        try #require(InfoHash(bytes20(number)))
    }

    static func peer(_ number: Int) throws -> PeerID { try #require(PeerID(bytes20(number))) }

    private static func bytes20(_ number: Int) -> [UInt8] {
        (0..<20).map { UInt8(truncatingIfNeeded: number >> ($0 % 8 * 8) &+ $0) }
    }

    /// An announce of `user`; answers what it was credited.
    @discardableResult
    func book(
        _ user: UserID, _ torrent: CatalogID, peer: Int = 1, up: Int64 = 0, down: Int64 = 0,
        left: Int64 = 1, event: AnnounceEvent? = nil, from address: String = "10.0.0.1",
        at: Timestamp = start, counts: SwarmCounts = SwarmCounts(),
        terms: TorrentTerms = .standard
    ) async throws -> Counters {
        let address = try #require(IPAddress(address))
        let key = SessionKey(user: user, torrent: torrent, peerID: try Self.peer(peer))
        let totals = try await totals(user)
        var memory = SwarmMemory()
        let (member, number) = (
            memory.addMember(user, totals: Counters(up: totals.up, down: totals.down)),
            memory.addTorrent(torrent)
        )
        let row = try await store.session(key)
        let session = memory.remember(
            key.peerID, member: member, torrent: number, as: row?.session, left: row?.left, at: at)
        let booking = memory.announce(
            session,
            SwarmMemory.Claim(
                endpoint: PeerEndpoint(address: address, port: 6881),
                counters: Counters(up: ByteCount(clamping: up), down: ByteCount(clamping: down)),
                left: ByteCount(clamping: left), event: event, terms: terms, at: at))
        var batch = memory.takeBatch()
        batch.counts[torrent] = counts
        try await write(batch)
        return booking.credit
    }

    /// Under a name of its own.
    @discardableResult
    func write(_ batch: LedgerBatch) async throws -> [UserID: LedgerDifference] {
        try await store.book(
            batch, as: BatchName(writer: .random(in: 1 ... .max), number: 1))
    }

    func setCounts(of torrent: CatalogID, _ counts: SwarmCounts) async throws {
        var batch = LedgerBatch()
        batch.counts[torrent] = counts
        try await write(batch)
    }

    /// Where clients of a torrent are, as they fill a swarm again.
    func places(of torrent: CatalogID, since moment: Timestamp) async throws -> Set<PeerEndpoint> {
        Set(
            try await store.sessions(of: torrent, since: moment).flatMap {
                [$0.v4?.endpoint, $0.v6?.endpoint].compactMap(\.self)
            })
    }

    func adjust(
        _ user: UserID, up: Int64 = 0, down: Int64 = 0, reason: String = "lost disk",
        by actor: UserID, at: Timestamp = start
    ) async throws {
        try await store.adjust(
            Adjustment(user: user, actor: actor, up: up, down: down, reason: reason, at: at),
            audit: audit("ratio.adjusted"))
    }

    func acts() async throws -> [String] {
        try await store.audit(before: nil, visibleTo: .superAdmin, limit: 100).map(\.entry.act)
    }

    /// Changes a row behind the store's back.
    func tamper(_ sql: String, _ values: [SQLValue] = []) async throws {
        _ = try await engine.write { try $0.run(sql, values) }
    }
}

extension Totals {
    init(_ up: Int64, _ down: Int64) {
        self.init(up: ByteCount(clamping: up), down: ByteCount(clamping: down))
    }
}

extension Counters {
    init(_ up: Int64, _ down: Int64) {
        self.init(up: ByteCount(clamping: up), down: ByteCount(clamping: down))
    }
}
