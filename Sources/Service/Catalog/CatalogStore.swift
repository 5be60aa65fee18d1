package import Domain

/// An entry of the catalog as the store keeps it.
package struct EntryRecord: Hashable, Sendable {
    package let id: CatalogID
    package let title: String
    package let description: String
    package let tags: [String]
    package let kind: FileKind
    package let size: ByteCount
    package let fileCount: Int
    package let minRoleWeight: RoleWeight
    package let status: CatalogStatus
    package let reason: String?
    package let uploaderID: UserID
    package let uploader: Username
    package let uploaderRole: RoleID
    package let infoHash: InfoHash
    package let createdAt: Timestamp
    package let seeders: Int
    package let leechers: Int
    package let completed: Int
    /// Whoever published it was deleted; their name is shown to nobody.
    package let uploaderIsGone: Bool

    package init(
        id: CatalogID, title: String, description: String, tags: [String], kind: FileKind,
        size: ByteCount, fileCount: Int, minRoleWeight: RoleWeight, status: CatalogStatus,
        reason: String?, uploaderID: UserID, uploader: Username, uploaderRole: RoleID,
        infoHash: InfoHash, createdAt: Timestamp, seeders: Int, leechers: Int, completed: Int,
        uploaderIsGone: Bool = false
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.tags = tags
        self.kind = kind
        self.size = size
        self.fileCount = fileCount
        self.minRoleWeight = minRoleWeight
        self.status = status
        self.reason = reason
        self.uploaderID = uploaderID
        self.uploader = uploader
        self.uploaderRole = uploaderRole
        self.infoHash = infoHash
        self.createdAt = createdAt
        self.seeders = seeders
        self.leechers = leechers
        self.completed = completed
        self.uploaderIsGone = uploaderIsGone
    }
}

/// An entry about to be stored, with its torrent.
package struct NewEntry: Sendable {
    package let title: String
    package let description: String
    package let tags: [String]
    package let minRoleWeight: RoleWeight
    package let status: CatalogStatus
    package let uploaderID: UserID
    package let metainfo: Metainfo
    package let createdAt: Timestamp

    package init(
        title: String, description: String, tags: [String], minRoleWeight: RoleWeight,
        status: CatalogStatus, uploaderID: UserID, metainfo: Metainfo, createdAt: Timestamp
    ) {
        self.title = title
        self.description = description
        self.tags = tags
        self.minRoleWeight = minRoleWeight
        self.status = status
        self.uploaderID = uploaderID
        self.metainfo = metainfo
        self.createdAt = createdAt
    }
}

/// What a torrent file is made of besides its announce URL.
package struct StoredTorrent: Hashable, Sendable {
    /// The info dictionary, verbatim: its digest is the info-hash.
    package let info: [UInt8]
    /// BEP 52's `piece layers`, bencoded; `nil` for v1.
    package let pieceLayers: [UInt8]?

    package init(info: [UInt8], pieceLayers: [UInt8]?) {
        self.info = info
        self.pieceLayers = pieceLayers
    }
}

package enum EntryOrder: Hashable, Sendable {
    case relevance, newest, seeders, size
}

/// A search as the store runs it. The viewer's weight is part of it, so that no statement exists
/// that could forget it.
package struct CatalogSearch: Hashable, Sendable {
    package var query: SearchQuery
    /// What ages are counted from.
    package var now: Timestamp
    package var status: CatalogStatus
    package var visibleTo: RoleWeight
    /// Only what this user published.
    package var uploader: UserID?
    package var order: EntryOrder
    package var after: EntryCursor?
    package var limit: Int

    package init(
        query: SearchQuery, now: Timestamp, status: CatalogStatus, visibleTo: RoleWeight,
        uploader: UserID? = nil, order: EntryOrder, after: EntryCursor? = nil, limit: Int
    ) {
        self.query = query
        self.now = now
        self.status = status
        self.visibleTo = visibleTo
        self.uploader = uploader
        self.order = order
        self.after = after
        self.limit = limit
    }
}

/// Where a page ended: the value it was ordered by, and the id that breaks ties.
package struct EntryCursor: Hashable, Sendable {
    package let key: Double
    package let id: CatalogID

    package init(key: Double, id: CatalogID) {
        self.key = key
        self.id = id
    }
}

package struct EntryPage: Sendable {
    package let entries: [EntryRecord]
    package let next: EntryCursor?
    /// How many there are in all, as far as they were counted.
    package let total: Int
    /// Whether there are more than `total`.
    package let isCapped: Bool

    package init(entries: [EntryRecord], next: EntryCursor?, total: Int, isCapped: Bool) {
        self.entries = entries
        self.next = next
        self.total = total
        self.isCapped = isCapped
    }
}

package protocol CatalogStore: Sendable {
    /// Throws `.duplicate` when one of its info-hashes is known, deleted entries included.
    func insert(_ entry: NewEntry) async throws -> CatalogID
    /// `nil` when it was deleted.
    func entry(_ id: CatalogID) async throws -> EntryRecord?
    func entry(hash: InfoHash) async throws -> EntryRecord?
    func files(of id: CatalogID) async throws -> [TorrentFile]
    func torrent(of id: CatalogID) async throws -> StoredTorrent?
    /// What it costs is bounded, whatever the search: of very many hits the newest are ranked, and
    /// the page says so.
    func search(_ search: CatalogSearch) async throws -> EntryPage
    /// Whether the search finds anything: cheaper than a page. It names something.
    func findsAny(_ search: CatalogSearch) async throws -> Bool
    func facets(_ search: CatalogSearch) async throws -> EntryFacets
    /// Tags that begin so, in order, of entries that the viewer may see.
    func tags(beginning: String, visibleTo weight: RoleWeight, limit: Int) async throws -> [String]
    /// Words of titles and tags that look like this one, the likest first; whose they are is not
    /// asked, so a caller shows none that was not found to be visible.
    func wordsNear(_ word: String, limit: Int) async throws -> [String]
    /// Does a little of what keeps searches fast while the catalog grows, and answers whether more
    /// is to be done.
    func tidyIndex() async throws -> Bool
    /// Throws `.gone` unless it is still what it was.
    func decide(
        _ id: CatalogID, from old: CatalogStatus, to status: CatalogStatus, reason: String?,
        audit: AuditEntry) async throws
    /// Entries with the same files, by the entry they are like; one's own and approved ones only,
    /// but for those who see undecided ones.
    func similar(
        to entries: [CatalogID], visibleTo weight: RoleWeight, viewer: UserID, seesUndecided: Bool
    ) async throws -> [CatalogID: [CatalogID]]
    func roleWeight(of user: UserID) async throws -> RoleWeight?
    /// With the index, in one transaction. Throws `.gone` when its status is not `expected`; another
    /// status takes its reason away.
    func edit(
        _ id: CatalogID, _ edit: EntryEdit, status: CatalogStatus, expecting: CatalogStatus,
        audit: AuditEntry?) async throws
    func deletedEntry(hash: InfoHash) async throws -> DeletedEntry?
    /// Keeps the row, with the reason, and every ledger row; the entry is found by nobody afterwards.
    func delete(_ id: CatalogID, at: Timestamp, audit: AuditEntry) async throws
}

/// What is left of an entry for those who had a session on it.
package struct DeletedEntry: Hashable, Sendable {
    package let id: CatalogID
    package let minRoleWeight: RoleWeight
    package let reason: String

    package init(id: CatalogID, minRoleWeight: RoleWeight, reason: String) {
        self.id = id
        self.minRoleWeight = minRoleWeight
        self.reason = reason
    }
}
