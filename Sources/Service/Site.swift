/// Everything that a community keeps, whoever keeps it.
package typealias SiteStore = AccountStore & LeaderboardStore & SessionStore & RoleStore
    & CatalogStore & TermsStore & LedgerStore & SettingsStore & AuditStore & BanStore & NoteStore
    & InvitationStore & OwnSessionStore & APIKeyStore & SecondFactorStore & EvidenceStore

/// The use cases of one community, wired to one store.
package struct Site: Sendable {
    package let signIn: SignIn
    package let members: Members
    package let departures: Departures
    package let notes: MemberNotes
    package let bans: Bans
    package let invitations: Invitations
    package let ownSessions: OwnSessions
    package let keys: APIKeys
    package let factors: SecondFactors
    package let roles: Roles
    package let catalog: Catalog
    package let terms: CatalogTerms
    package let accounting: Accounting
    package let announcer: Announcer
    package let leaderboard: Leaderboard
    package let evidenceRoom: EvidenceRoom
    package let receipts: ReceiptDesk
    package let evidence: EvidenceCases
    package let settings: Settings
    package let audit: any AuditStore
    package let notices: NoticeBoard
    package let clock: Clock

    package init(
        store: any SiteStore, hashing: any PasswordHashing, tokens: any AccessTokens,
        secrets: any Secrets, clock: Clock
    ) {
        let notices = NoticeBoard()
        let banList = BanList(store: store)
        bans = Bans(store: store, list: banList, notices: notices, clock: clock)
        notes = MemberNotes(store: store, accounts: store, roles: store, clock: clock)
        let throttle = SignInThrottle(clock: clock)
        let passwords = PasswordCheck(hashing: hashing, throttle: throttle)
        factors = SecondFactors(
            store: store, accounts: store, roles: store, passwords: passwords, secrets: secrets,
            notices: notices, clock: clock)
        keys = APIKeys(store: store, secrets: secrets, notices: notices, clock: clock)
        ownSessions = OwnSessions(store: store, notices: notices, clock: clock)
        signIn = SignIn(
            accounts: store, sessions: store, keys: store, factors: factors, roles: store,
            hashing: hashing, tokens: tokens, secrets: secrets, notices: notices,
            throttle: throttle, clock: clock)
        invitations = Invitations(
            store: store, accounts: store, roles: store, settings: store, secrets: secrets,
            clock: clock)
        members = Members(
            accounts: store, roles: store, settings: store, invitations: invitations,
            hashing: hashing, passwords: passwords, notices: notices, clock: clock)
        roles = Roles(store: store, notices: notices, clock: clock)
        catalog = Catalog(
            store: store, ledger: store, settings: store, notices: notices, clock: clock)
        terms = CatalogTerms(store: store, catalog: catalog, clock: clock)
        accounting = Accounting(
            accounts: store, roles: store, catalog: store, ledger: store, settings: store,
            notices: notices, clock: clock)
        evidenceRoom = EvidenceRoom(store: store)
        receipts = ReceiptDesk(store: store, room: evidenceRoom, secrets: secrets, clock: clock)
        evidence = EvidenceCases(store: store, catalog: store, clock: clock)
        announcer = Announcer(
            accounts: store, roles: store, catalog: store, ledger: store, terms: store,
            settings: store, bans: banList, watch: evidenceRoom, notices: notices, clock: clock)
        departures = Departures(
            accounts: store, roles: store, announcer: announcer, notices: notices, clock: clock)
        leaderboard = Leaderboard(store: store, clock: clock)
        settings = Settings(store: store, clock: clock)
        audit = store
        self.notices = notices
        self.clock = clock
    }
}
