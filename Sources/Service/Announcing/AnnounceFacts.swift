import Domain
import Tracker

/// What announces need to know of a member, without a look at the database.
struct MemberFacts: Sendable {
    let id: UserID
    let passkey: Passkey
    let sight: Visibility.Sight
    let limits: RoleLimits
    let ban: Ban?

    /// Why this member may not take part in anything; `nil` when nothing stands against it.
    func banReason(at now: Timestamp) -> String? {
        guard let ban, ban.expiresAt.map({ now < $0 }) ?? true else { return nil }
        return ban.reason
    }
}

/// The same of a torrent in the catalog.
struct TorrentFacts: Hashable, Sendable {
    let id: CatalogID
    let minRoleWeight: RoleWeight
    let isApproved: Bool
    let uploader: UserID
    let size: ByteCount
    /// When it counts otherwise than a byte for a byte.
    let periods: [TermsPeriod]

    init(_ entry: EntryRecord, _ periods: [TermsPeriod]) {
        self.periods = periods
        id = entry.id
        minRoleWeight = entry.minRoleWeight
        isApproved = entry.status == .approved
        uploader = entry.uploaderID
        size = entry.size
    }

    func standing(for member: MemberFacts) -> AnnouncePolicy.Standing {
        guard
            Visibility.shows(
                minRoleWeight, isApproved: isApproved, isOwn: uploader == member.id,
                to: member.sight)
        else { return .hidden }
        return isApproved ? .available : .awaitsApproval
    }
}

/// What holds for everybody.
struct AnnounceRules: Sendable {
    let timing: AnnounceTiming
    let settings: CommunitySettings
    let bans: StandingBans
    let roles: RoleTree
    /// The last thing that staff did, where other servers have staff too.
    let act: Int64?
    let askedAt: Timestamp

    init(
        settings: CommunitySettings, bans: StandingBans, roles: RoleTree, act: Int64?,
        at now: Timestamp
    ) {
        self.act = act
        self.roles = roles
        timing = AnnounceTiming(interval: settings.announceInterval)
        self.settings = settings
        self.bans = bans
        askedAt = now
    }
}

/// What the database knows of a client that the tables do not.
struct EarlierSession: Sendable {
    /// Its row, if it has one.
    let row: SessionRow?
    /// Whether its member has a session with the torrent, by any client.
    let hasStarted: Bool
    /// What the member downloads now; empty where nobody counts.
    let downloads: Set<CatalogID>
}
