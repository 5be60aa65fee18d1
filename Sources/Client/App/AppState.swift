package import API
package import Cells
package import Domain

/// Everything the screen is made from.
///
/// 1. Nothing in it was read from a clock, a file or a socket by `update`: all of it came in
///    messages, or was given at the start.
/// 2. Without a session there is only the way in; whatever a session knew leaves with it.
/// 3. Every cursor is on a row of its list, or at 0 of an empty one, after each `update`.
package struct AppState: Equatable, Sendable {
    package var size: Size
    package var now: Moment
    package let calendar: LocalCalendar
    package var language: Language
    package let keymap: Keymap
    /// The themes there are; the first is compiled in, and dark.
    package let themes: [ThemeChoice]
    /// Which of them is for light terminals.
    package let lightTheme: Int?
    package var themeSetting: ThemeSetting
    /// Whether the terminal said that it is light.
    package var isGroundLight = false
    package let openingSignIn: SignInRequest?
    /// Nobody has signed in here before: they are shown around once.
    package var isFirstStart: Bool

    package var signIn: SignInState
    package var session: Session?
    package var connection = Connection.connecting
    package var overlays: [Overlay] = []
    package var tab = Tab.catalog
    package var pointer = PointerState()
    /// Files of a paste are being looked at.
    package var awaitedPaste: PastedTorrents?
    package var typed = TypedKeys()
    /// What was last searched for in the catalog.
    package var lastSearch = ""
    package var paneSize = PaneSize.normal

    package var catalog = CatalogState()
    package var transfers = TransfersState()
    package var ratio = RatioState()
    package var admin = AdminState()
    package var activity = ActivityState()
    package var account = AccountState()
    package var outbox = ReportOutbox()
    package var receipts = ReceiptTimes()

    package var batch: Batch?
    /// What can be taken back, newest last.
    package internal(set) var undos: [Undo] = []
    var lastMarkWasSingle = false
    var batchNumber = 0
    /// What was moved and is owed of each torrent, by the caller; as of the last answer.
    package var ownShares: [TorrentShare]?

    package var limits: TransferLimits
    package var columns: ColumnChoices
    package var freeDisk: ByteCount?
    package var diskAskedAt: Moment?
    package var tickInterval = 0

    /// - Parameters:
    ///   - server: the community to begin with: given, or the last one.
    ///   - demo: set in demo mode only; its accounts show on the sign-in screen.
    ///   - notes: what is to be told at the start.
    ///   - signInAs: signs in at the start without asking, as the demo does.
    package init(
        size: Size, now: Moment, calendar: LocalCalendar = .utc, language: Language = .english,
        server: ServerAddress? = nil, remembered: [RememberedServer] = [],
        demo: DemoCommunity? = nil, signInAs openingSignIn: SignInRequest? = nil,
        keymap: Keymap = .standard, themes: [ThemeChoice] = [], theme: ThemeSetting = .fixed(0),
        lightTheme: Int? = nil, limits: TransferLimits = .none,
        columns: ColumnChoices = .standard, notes: [Phrase] = [], isFirstStart: Bool = false
    ) {
        self.size = size
        self.now = now
        self.calendar = calendar
        self.language = language
        self.keymap = keymap
        self.themes = themes
        self.lightTheme = lightTheme
        themeSetting = theme
        self.openingSignIn = openingSignIn
        self.limits = limits
        self.columns = columns
        self.isFirstStart = isFirstStart
        signIn = SignInState(server: server, remembered: remembered, demo: demo)
        for note in notes { activity.add(note, .bad, isToast: true, at: now) }
    }

    /// The place in `themes` of the one that is on.
    package var theme: Int {
        let index =
            switch themeSetting {
            case .fixed(let index): index
            case .auto: isGroundLight ? lightTheme ?? 0 : 0
            }
        return themes.indices.contains(index) ? index : 0
    }

    package var figures: Figures { Figures(language, calendar: calendar) }

    package func say(_ phrase: Phrase) -> String { phrase.said(in: language) }

    /// The panes that can be opened; hidden ones leave no gap.
    package var tabs: [Tab] {
        Tab.allCases.filter { $0 != .admin || !adminSections.isEmpty }
    }

    package var adminSections: [AdminSection] {
        AdminSection.allCases.filter { section in
            guard let session else { return false }
            return section.permissions.contains(where: session.may)
                || section.isForAllStaff && session.isStaff
        }
    }
}
