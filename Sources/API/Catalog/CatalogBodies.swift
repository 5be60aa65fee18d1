package import Domain

/// An entry of the catalog as a list shows it.
package struct CatalogSummary: Codable, Hashable, Sendable, Identifiable {
    /// Stands for an uploader whose account was deleted; no name has a space.
    package static let deletedMember = "deleted member"

    package let id: CatalogID
    package let title: String
    package let kind: FileKind
    package let size: ByteCount
    package let fileCount: Int
    package let tags: [String]
    package let uploader: String
    package let minRoleWeight: RoleWeight
    package let status: CatalogStatus
    package let infoHash: InfoHash
    package let createdAt: Timestamp
    package let seeders: Int
    package let leechers: Int
    /// How often it was downloaded to the end.
    package let completed: Int
    /// Where a search hit the description, the hits marked; absent where it did not.
    package let snippet: [TextRun]?
    /// Other entries with the same files that the caller may see; absent where there are none, and
    /// in lists of what is approved.
    package let similar: [CatalogID]?
    /// What a byte up and a byte down count for now, in hundredths; absent where a byte counts for
    /// a byte and nothing else is planned.
    package let uploadPercent: Int?
    package let downloadPercent: Int?
    /// When they will count for something else.
    package let termsUntil: Timestamp?

    package init(
        id: CatalogID, title: String, kind: FileKind, size: ByteCount, fileCount: Int,
        tags: [String], uploader: String, minRoleWeight: RoleWeight, status: CatalogStatus,
        infoHash: InfoHash, createdAt: Timestamp, seeders: Int, leechers: Int, completed: Int,
        snippet: [TextRun]? = nil, similar: [CatalogID]? = nil, uploadPercent: Int? = nil,
        downloadPercent: Int? = nil, termsUntil: Timestamp? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.size = size
        self.fileCount = fileCount
        self.tags = tags
        self.uploader = uploader
        self.minRoleWeight = minRoleWeight
        self.status = status
        self.infoHash = infoHash
        self.createdAt = createdAt
        self.seeders = seeders
        self.leechers = leechers
        self.completed = completed
        self.snippet = snippet
        self.similar = similar
        self.uploadPercent = uploadPercent
        self.downloadPercent = downloadPercent
        self.termsUntil = termsUntil
    }
}

/// An entry of the catalog with all there is to say of it.
package struct CatalogDetail: Codable, Hashable, Sendable {
    package let summary: CatalogSummary
    package let description: String
    package let files: [CatalogFile]
    package let uploaderRole: String
    /// Why it was rejected, or sent back for changes.
    package let reason: String?

    package init(
        summary: CatalogSummary, description: String, files: [CatalogFile], uploaderRole: String,
        reason: String?
    ) {
        self.summary = summary
        self.description = description
        self.files = files
        self.uploaderRole = uploaderRole
        self.reason = reason
    }
}

package struct CatalogFile: Codable, Hashable, Sendable {
    package let path: String
    package let size: ByteCount

    package init(path: String, size: ByteCount) {
        self.path = path
        self.size = size
    }
}

package struct PublishRequest: Codable, Hashable, Sendable {
    package let title: String
    package let description: String
    package let tags: [String]
    package let minRoleWeight: RoleWeight
    /// The .torrent file, base64.
    package let torrent: String

    package init(
        title: String, description: String, tags: [String], minRoleWeight: RoleWeight,
        torrent: String
    ) {
        self.title = title
        self.description = description
        self.tags = tags
        self.minRoleWeight = minRoleWeight
        self.torrent = torrent
    }
}

/// What is left out stays as it is.
package struct CatalogPatch: Codable, Hashable, Sendable {
    package let title: String?
    package let description: String?
    package let tags: [String]?
    package let minRoleWeight: RoleWeight?

    package init(
        title: String? = nil, description: String? = nil, tags: [String]? = nil,
        minRoleWeight: RoleWeight? = nil
    ) {
        self.title = title
        self.description = description
        self.tags = tags
        self.minRoleWeight = minRoleWeight
    }
}

package struct ReasonBody: Codable, Hashable, Sendable {
    package let reason: String

    package init(reason: String) { self.reason = reason }
}
