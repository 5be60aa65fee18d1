package import Domain

package struct SettingsBody: Codable, Hashable, Sendable {
    package let registration: CommunitySettings.Registration
    package let requiredRatio: Double
    package let graceBytes: ByteCount
    package let announceInterval: Int
    package let approvalRequired: Bool
    package let requestsPerSecond: Int
    package let requestBurst: Int
    package let maxTorrentBytes: Int
    /// Torrents that a member downloads at once; 0 is as many as they like.
    package let downloadSlots: Int
    /// How long whoever took a torrent seeds it; 0 asks for nothing.
    package let seedingHours: Int
    package let seedingRatioPercent: Int

    package init(_ settings: CommunitySettings) {
        registration = settings.registration
        requiredRatio = settings.requiredRatio
        graceBytes = settings.graceBytes
        announceInterval = settings.announceInterval
        approvalRequired = settings.approvalRequired
        requestsPerSecond = settings.requestsPerSecond
        requestBurst = settings.requestBurst
        maxTorrentBytes = settings.maxTorrentBytes
        downloadSlots = settings.downloadSlots
        seedingHours = settings.seedingHours
        seedingRatioPercent = settings.seedingRatioPercent
    }
}

/// What is left out stays as it is.
package struct SettingsPatch: Codable, Hashable, Sendable {
    package let registration: CommunitySettings.Registration?
    package let requiredRatio: Double?
    package let graceBytes: ByteCount?
    package let announceInterval: Int?
    package let approvalRequired: Bool?
    package let requestsPerSecond: Int?
    package let requestBurst: Int?
    package let maxTorrentBytes: Int?
    package let downloadSlots: Int?
    package let seedingHours: Int?
    package let seedingRatioPercent: Int?

    package init(
        registration: CommunitySettings.Registration? = nil, requiredRatio: Double? = nil,
        graceBytes: ByteCount? = nil, announceInterval: Int? = nil,
        approvalRequired: Bool? = nil, requestsPerSecond: Int? = nil, requestBurst: Int? = nil,
        maxTorrentBytes: Int? = nil, downloadSlots: Int? = nil, seedingHours: Int? = nil,
        seedingRatioPercent: Int? = nil
    ) {
        self.registration = registration
        self.requiredRatio = requiredRatio
        self.graceBytes = graceBytes
        self.announceInterval = announceInterval
        self.approvalRequired = approvalRequired
        self.requestsPerSecond = requestsPerSecond
        self.requestBurst = requestBurst
        self.maxTorrentBytes = maxTorrentBytes
        self.downloadSlots = downloadSlots
        self.seedingHours = seedingHours
        self.seedingRatioPercent = seedingRatioPercent
    }
}

/// One staff act.
package struct AuditBody: Codable, Hashable, Sendable {
    /// Its number in the log, from 1 without a gap.
    package let id: Int64
    package let at: Timestamp
    package let actor: String
    /// What was done, as `role.created`.
    package let act: String
    /// To whom or what, in words.
    package let subject: String
    package let reason: String?
    package let before: String?
    package let after: String?
    /// Where the request came from, where that is known.
    package let address: String?

    package init(
        id: Int64, at: Timestamp, actor: String, act: String, subject: String, reason: String?,
        before: String?, after: String?, address: String? = nil
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.act = act
        self.subject = subject
        self.reason = reason
        self.before = before
        self.after = after
        self.address = address
    }
}

/// One server-sent event of `GET /events`: its `event:` line is `kind`, its `data:` this.
package struct CommunityEvent: Codable, Hashable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        /// An upload waits for approval; for those who may approve it.
        case uploadPending = "upload.pending"
        case catalogApproved = "catalog.approved"
        case catalogRejected = "catalog.rejected"
        case catalogDeleted = "catalog.deleted"
        /// An upload was sent back to its uploader for changes.
        case catalogSentBack = "catalog.sent_back"
        /// What the entry says of itself was changed.
        case catalogChanged = "catalog.changed"
        /// A torrent that the caller seeds or downloads, or once did, was deleted, with the reason.
        case torrentDeleted = "torrent.deleted"
        /// A swarm's size changed.
        case swarmChanged = "swarm.changed"
        case ratioChanged = "ratio.changed"
        case rolesChanged = "roles.changed"
        case userChanged = "user.changed"
        /// The caller's own role or permissions changed: ask `/me` again.
        case meChanged = "me.changed"
        /// The caller's session is over.
        case sessionEnded = "session.ended"
    }

    package let kind: Kind
    package let catalogId: CatalogID?
    package let userId: UserID?
    package let title: String?
    package let reason: String?
    package let stats: StatsBody?

    package init(
        kind: Kind, catalogId: CatalogID? = nil, userId: UserID? = nil, title: String? = nil,
        reason: String? = nil, stats: StatsBody? = nil
    ) {
        self.kind = kind
        self.catalogId = catalogId
        self.userId = userId
        self.title = title
        self.reason = reason
        self.stats = stats
    }
}
