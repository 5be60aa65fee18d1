package import API
package import Cells
package import Domain

/// What happened, in the past tense: keys, the clock, answers, events.
package enum Message: Equatable, Sendable {
    // The terminal.
    case started
    /// When: on a clock that nobody sets, whose zero means nothing.
    case keyPressed(Key, at: Duration)
    /// Nothing was typed for as long as `Effect.awaitRest` waits.
    case keysRested
    case resized(Size)
    /// Something was done with the mouse, at this time in milliseconds of a clock that nobody sets.
    case pointed(MouseEvent, at: Int64)
    /// The terminal said what it is like; `nil` where it did not.
    case terminalAnswered(isGroundLight: Bool?)
    case ticked(Moment)
    /// Somebody chose this, by key or by name.
    case chosen(Action)
    /// A step of a batch is over; with what came of it, where there is something to tell.
    indirect case stepped(Int, Message?)

    // The way in.
    case communityHosted(Outcome<HostedCommunity>)
    case demoStarted(Outcome<DemoCommunity>)
    case signedIn(ServerAddress, Outcome<MeReply>)
    /// `nil`: there was no session to go on with.
    case sessionResumed(ServerAddress, Outcome<MeReply?>)

    /// Nobody has answered yet; this is who it was the last time.
    case sessionRecalled(ServerAddress, MeReply)

    // The caller and the community.
    case meFetched(Outcome<MeReply>)
    case rolesFetched(Outcome<[RoleBody]>)
    case settingsFetched(Outcome<SettingsBody>)
    case passwordChanged(Outcome<PasswordChanged>)
    case accountAnswered(AccountAnswer)
    case eventsConnected
    case eventsInterrupted(retryInSeconds: Int)
    case communityHappened(CommunityEvent)
    /// The server says no to the line of events, for good.
    case eventsEnded(CommunityFailure)

    // Catalog.
    case catalogFound(CatalogQuery, Outcome<CatalogPage>)
    /// What was kept from earlier, while nobody answers.
    case catalogRecalled(CatalogQuery, KeptPage)
    case suggestionsFound(SuggestionsQuery, Outcome<CatalogSuggestions>)
    case facetsCounted(FacetsQuery, Outcome<CatalogFacets>)
    case detailFetched(CatalogID, Outcome<CatalogDetail>)
    case entryDeleted(CatalogID, Outcome<Nothing>)
    case uploadApproved(CatalogID, Outcome<CatalogDetail>)
    case uploadRejected(CatalogID, Outcome<CatalogDetail>)
    case uploadSentBack(CatalogID, Outcome<CatalogDetail>)

    // Transfers.
    case downloadStarted(CatalogID, Outcome<InfoHash>)
    case torrentsInspected([PastedFile])
    case torrentAdded(name: String, Outcome<InfoHash>)
    case transferHappened(TransferEvent)
    /// The torrents cannot work at all.
    case transfersFailed(CommunityFailure)
    case transferRefused(InfoHash, CommunityFailure)
    case filesOpened(name: String, Outcome<Nothing>)
    case transfersReported(Outcome<Nothing>)
    /// Somebody gave a column a width of its own with a pointer.
    case columnSized(TableName, ColumnName, width: Int)
    case transfersLimited(Outcome<Nothing>)
    case diskMeasured(free: ByteCount)

    // Ledger.
    case statsFetched(UserID, Outcome<StatsBody>)
    case historyFetched(UserID, HistoryQuery, Outcome<HistoryReply>)
    case sharesFetched(UserID, Outcome<[TorrentShare]>)
    case ratioAdjusted(UserID, Outcome<StatsBody>)
    case leaderboardFetched(LeaderboardQuery, Outcome<Page<LeaderBody>>)

    // Staff.
    case usersFound(UserQuery, Outcome<Page<UserBody>>)
    case namesFound(UserQuery, Outcome<Page<MemberName>>)
    case userCreated(Outcome<UserBody>)
    case userChanged(Outcome<UserBody>)
    case roleSaved(Outcome<RoleBody>)
    case roleDeleted(RoleID, Outcome<Nothing>)
    case settingsChanged(Outcome<SettingsBody>)
    case auditFetched(AuditQuery, Outcome<Page<AuditBody>>)
    case memberFetched(UserID, Outcome<UserBody>)
    case userDeleted(UserID, Outcome<Nothing>)
    case membersSecondFactorRemoved(UserID, Outcome<Nothing>)
    case notesFetched(UserID, PageQuery, Outcome<Page<NoteBody>>)
    case noteAdded(UserID, Outcome<NoteBody>)
    case noteDeleted(UserID, Int64, Outcome<Nothing>)
    case evidenceFetched(EvidenceQuery, Outcome<Page<EvidenceBody>>)
    case evidenceCaseFetched(Int64, Outcome<EvidenceDetail>)
    case evidenceReviewed(Int64, Outcome<EvidenceDetail>)
    case addressBansFetched(PageQuery, Outcome<Page<AddressBanBody>>)
    case clientBansFetched(PageQuery, Outcome<Page<ClientBanBody>>)
    case addressesBanned(Outcome<AddressBanBody>)
    case clientBanned(Outcome<ClientBanBody>)
    case addressesUnbanned(Int64, Outcome<Nothing>)
    case clientUnbanned(Int64, Outcome<Nothing>)
    case invitationsFetched(PageQuery, Outcome<Page<InvitationBody>>)
    case invited(Outcome<InvitationBody>)
    case invitationWithdrawn(InvitationID, Outcome<Nothing>)
}
