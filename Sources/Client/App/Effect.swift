package import API
package import Domain

/// What `update` wants done: a value, so that a test can compare it and the loop can cancel it.
package enum Effect: Hashable, Sendable {
    // The way in.
    case signIn(ServerAddress, SignInRequest)
    /// Goes on with the session kept from last time, if there is one.
    case resumeSession(ServerAddress)
    case signOut
    /// What was kept of the catalog for this account; a session that is over leaves nothing.
    case dropKept
    case hostCommunity
    case startDemo
    case rememberServer(ServerAddress, username: String)
    case forgetServer(ServerAddress)

    // The caller and the community.
    case fetchMe, fetchRoles, fetchSettings
    case changePassword(PasswordChange)
    case account(AccountRequest)
    case startEvents

    // Catalog.
    case searchCatalog(CatalogQuery)
    /// After a moment in which nothing else was typed.
    case fetchSuggestions(SuggestionsQuery)
    case fetchFacets(FacetsQuery)
    case fetchDetail(CatalogID)
    case deleteEntry(CatalogID, ReasonBody)
    case approve(CatalogID)
    case reject(CatalogID, ReasonBody)
    case sendBack(CatalogID, ReasonBody)

    // Transfers.
    case startTransfers, stopTransfers
    /// The announce URL is new.
    case announceTo(String)
    case download(CatalogID, title: String)
    /// Looks into files of torrents, without adding them.
    case inspectTorrents([String])
    case addTorrent(path: String, name: String)
    case pauseTransfers([InfoHash])
    case resumeTransfers([InfoHash])
    case removeTransfers([InfoHash], withData: Bool)
    case openFiles(of: InfoHash, name: String)
    case reportTransfers(TransferReports)
    /// Attests what was received, and from whom.
    case sendReceipts
    case measureDisk
    case limitTransfers(TransferLimits)

    // Ledger.
    case fetchStats(UserID)
    case fetchHistory(UserID, HistoryQuery)
    case fetchShares(UserID)
    case fetchLeaderboard(LeaderboardQuery)
    case adjustRatio(UserID, RatioAdjustment)

    // Staff.
    case searchUsers(UserQuery)
    /// By those who may look at ratios and not at profiles.
    case searchNames(UserQuery)
    case createUser(NewUser)
    case changeRoleOfUser(UserID, UserPatch)
    case banUser(UserID, BanBody)
    case unbanUser(UserID)
    case createRole(NewRole)
    case changeRole(RoleID, RolePatch)
    case deleteRole(RoleID, RoleDeletion)
    case changeSettings(SettingsPatch)
    case fetchAudit(AuditQuery)
    /// The profile says more than the list: who invited them.
    case fetchMember(UserID)
    case deleteUser(UserID, ReasonBody)
    case removeMembersSecondFactor(UserID, ReasonBody)
    case fetchNotes(UserID, PageQuery)
    case addNote(UserID, NewNote)
    case deleteNote(UserID, Int64)
    case fetchEvidence(EvidenceQuery)
    case fetchEvidenceCase(Int64)
    case reviewEvidence(Int64, NewEvidenceReview)
    case fetchAddressBans(PageQuery)
    case fetchClientBans(PageQuery)
    case banAddresses(NewAddressBan)
    case banClient(NewClientBan)
    case unbanAddresses(Int64)
    case unbanClient(Int64)
    case fetchInvitations(PageQuery)
    case invite(NewInvitation)
    case withdrawInvitation(InvitationID)

    // The program.
    case rememberTheme(String)
    case rememberStart
    case rememberLimits(TransferLimits)
    case rememberColumns(ColumnChoices)
    /// Into the clipboard, by way of the terminal.
    case copy(String)
    /// Asks for a clock message so often from now on.
    case setTick(milliseconds: Int)
    /// Does what changes something, and says when it is done: part of a batch of that number.
    indirect case step(Int, Effect)
    /// Says when no key came for a moment.
    case awaitRest
    case cancel(EffectID)
    /// Ends whatever still runs for a session that is over; nothing of it may answer any more.
    case cancelAll
    case redraw, suspend, quit

    package var id: EffectID? {
        switch self {
        case .signIn, .resumeSession, .hostCommunity, .startDemo: .signIn
        case .fetchMe: .me
        case .fetchRoles: .roles
        case .fetchSettings: .settings
        case .account(let request): request.id
        case .startEvents: .events
        case .searchCatalog(let query): query.status == .pending ? .approvals : .catalog
        case .fetchSuggestions: .suggestions
        case .fetchFacets: .facets
        case .fetchDetail: .detail
        case .inspectTorrents: .paste
        case .startTransfers: .transfers
        case .reportTransfers: .reports
        case .sendReceipts: .receipts
        case .measureDisk: .disk
        case .fetchStats: .stats
        case .fetchHistory: .history
        case .fetchShares: .shares
        case .searchUsers: .users
        case .searchNames: .userPicker
        case .fetchAudit: .audit
        case .fetchMember: .member
        case .fetchNotes: .notes
        case .fetchEvidence(let query): query.state == .open ? .openEvidence : .closedEvidence
        case .fetchEvidenceCase: .evidenceCase
        case .fetchAddressBans: .addressBans
        case .fetchClientBans: .clientBans
        case .fetchInvitations: .invitations
        case .fetchLeaderboard: .leaderboard
        case .setTick: .tick
        case .awaitRest: .rest
        case .signOut, .dropKept, .rememberServer, .forgetServer, .changePassword, .deleteEntry,
            .approve, .reject, .sendBack, .stopTransfers, .announceTo, .download, .addTorrent,
            .pauseTransfers,
            .resumeTransfers, .removeTransfers, .openFiles, .adjustRatio, .createUser,
            .changeRoleOfUser, .banUser,
            .unbanUser, .createRole, .changeRole, .deleteRole, .changeSettings, .rememberTheme,
            .rememberStart, .rememberLimits, .rememberColumns, .limitTransfers,
            .copy, .deleteUser, .removeMembersSecondFactor, .addNote, .deleteNote, .banAddresses,
            .banClient, .unbanAddresses, .unbanClient, .invite, .withdrawInvitation,
            .reviewEvidence,
            .step, .cancel, .cancelAll, .redraw, .suspend, .quit:
            nil
        }
    }
}
