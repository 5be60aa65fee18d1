import API
import Cells
import Client
import Domain

/// Places of the program with something to do in them, cursors in the middle where there is one.
struct Scene {
    let name: String
    let stage: Stage

    /// The scenes in which a context has a say; complete by construction.
    static func all(in context: KeyContext, _ size: Size) -> [Scene] {
        let set = Scenes(size)
        return switch context {
        case .always, .everywhere, .lists: set.panes
        case .signIn: set.signIn
        case .waiting: [set.waiting]
        case .entry: [set.entry]
        case .marks: [set.marked, set.markedCatalog]
        case .catalog: [set.catalog]
        case .searching: [set.searching, set.searchingUsers, set.searchingAudit]
        case .suggesting: [set.suggesting]
        case .suggestion: [set.suggestion]
        case .proposal: [set.proposal]
        case .transfers: [set.transfers]
        case .ratio: set.ratios
        case .activity: [set.activity]
        case .adminMenu: [set.adminMenu]
        case .admin: [set.adminMenu] + AdminSection.allCases.map(set.section)
        case .users: [set.section(.users)]
        case .roles: [set.section(.roles)]
        case .approvals: [set.section(.approvals)]
        case .evidence: [set.section(.evidence)]
        case .bans: [set.section(.bans)]
        case .invitations: [set.section(.invitations)]
        case .settings: [set.section(.settings)]
        case .audit: [set.section(.audit)]
        case .member: [set.member]
        case .auditEntry: [set.auditEntry]
        case .account, .ownAccount: [set.account(0)]
        case .ownSessions: [set.account(1)]
        case .ownKeys: [set.account(2), set.noKeys]
        case .once: [set.once]
        case .form: [set.form, set.choice, set.stagedReason]
        case .roleForm: [set.roleForm, set.keyForm]
        case .picker: [set.themes, set.rolePicker]
        case .facets: [set.facets]
        case .palette: [set.palette]
        case .help: [set.help]
        case .question: [set.question]
        case .staged: [set.staged]
        case .notice: [set.notice]
        case .columns: [set.columns]
        case .menu: [set.menu]
        }
    }

    /// Every one of them once.
    static func all(_ size: Size) -> [Scene] {
        var seen: Set<String> = []
        return KeyContext.allCases.flatMap { all(in: $0, size) }
            .filter { seen.insert($0.name).inserted }
    }

    private init(_ name: String, _ stage: Stage, _ change: (inout Stage) -> Void = { _ in }) {
        var stage = stage
        change(&stage)
        stage.settle()
        self.name = name
        self.stage = stage
    }

    /// Those of one size.
    private struct Scenes {
        let width: Int
        let height: Int

        init(_ size: Size) { (width, height) = (size.width, size.height) }

        private var busy: Stage { Sample.busy(width: width, height: height) }

        private func admin(_ section: AdminSection) -> Stage {
            Sample.admin(section, width: width, height: height)
        }

        var panes: [Scene] {
            [catalog, strip, transfers, activity] + ratios
                + AdminSection.allCases.map(section)
        }

        // MARK: the way in

        var signIn: [Scene] {
            let known = Sample.blank(
                remembered: [
                    RememberedServer(address: Sample.server, username: "maria"),
                    RememberedServer(address: Sample.address("enxame.example"), username: "mq"),
                    RememberedServer(address: Sample.address("b.example")),
                ], width: width, height: height)
            return [
                Scene("sign-in fields", Stage(known)) {
                    $0.send(.started, .sessionResumed(Sample.server, .success(nil)))
                    $0.press(.tab)
                },
                Scene("sign-in servers", Stage(known)) {
                    $0.send(.started, .sessionResumed(Sample.server, .success(nil)))
                    $0.press(.tab, .tab)
                },
            ]
        }

        var waiting: Scene {
            Scene("waiting", Stage(Sample.blank(width: width, height: height))) {
                $0.send(.started, .sessionResumed(Sample.server, .success(nil)))
                $0.type("maria")
                $0.press(.tab)
                $0.type("segredo1")
                $0.press(.enter)
            }
        }

        // MARK: catalog

        var catalog: Scene {
            Scene("catalog", busy) { $0.strike(.down, .down, .down) }
        }

        var strip: Scene {
            Scene("strip", busy) {
                $0.press(.tab)
                $0.strike(.down, .down)
            }
        }

        var markedCatalog: Scene {
            Scene("catalog marked", busy) {
                $0.press(.down, .character(" "), .down)
            }
        }

        var entry: Scene { Scene("entry", busy) { $0.press(.down, .enter) } }

        var searching: Scene {
            Scene("searching", Sample.catalog(width: width, height: height)) {
                $0.press("/")
                $0.type("zzz")
                $0.answerCatalog(Sample.page())
                $0.press(.down, .down)
            }
        }

        private var typing: Stage { Sample.typing(width: width, height: height) }

        var suggesting: Scene { Scene("suggesting", typing) }
        var suggestion: Scene { Scene("suggestion", typing) { $0.press(.down, .down) } }

        var proposal: Scene {
            Scene("proposal", Sample.catalog(width: width, height: height)) {
                $0.press("/")
                $0.type("relatorio seguranka")
                $0.answerCatalog(Sample.page([], didYouMean: "relatorio seguranca"))
            }
        }

        var facets: Scene {
            Scene("facets", Sample.typing("type:pdf segur", width: width, height: height)) {
                $0.press(.enter)
                $0.press("f")
                $0.answerFacets()
                $0.press(.tab, .down)
            }
        }

        // MARK: transfers, ratio, activity

        private var transfersPane: Stage {
            var stage = busy
            stage.press(.function(2))
            if stage.state.tab != .transfers { stage.press(.function(2)) }
            return stage
        }

        var transfers: Scene { Scene("transfers", transfersPane) { $0.strike(.down, .down) } }

        var marked: Scene {
            Scene("transfers marked", transfersPane) { $0.press(.down, .character(" "), .down) }
        }

        var ratios: [Scene] {
            let mine = Scene("ratio", busy) {
                $0.press("3")
                $0.showRatio()
                $0.strike(.down, .down)
            }
            return [
                mine,
                Scene("leaderboard", mine.stage) {
                    $0.press("b")
                    $0.answerBoard()
                    $0.strike(.down, .down)
                },
            ]
        }

        var activity: Scene {
            Scene("activity", busy) {
                for number in 0..<60 {
                    $0.send(
                        .communityHappened(
                            CommunityEvent(kind: .catalogApproved, title: "Aula \(number)")))
                }
                $0.pass(milliseconds: 60_000)
                $0.press("5")
                $0.strike(.pageDown)
            }
        }

        // MARK: admin

        func section(_ section: AdminSection) -> Scene {
            Scene("admin \(section)", admin(section)) { $0.strike(.down) }
        }

        var adminMenu: Scene {
            Scene("admin menu", admin(.roles)) { $0.press(.escape) }
        }

        var searchingUsers: Scene {
            Scene("searching members", admin(.users)) {
                $0.press("/")
                $0.type("a")
                $0.answerUsers()
                $0.strike(.down, .down)
            }
        }

        var searchingAudit: Scene {
            Scene("searching the log", admin(.audit)) {
                $0.press("/")
                $0.type("a")
                $0.strike(.down)
            }
        }

        var member: Scene {
            Scene("member", admin(.users)) {
                $0.press("G")
                $0.press("i")
                $0.answerStaff()
            }
        }

        var auditEntry: Scene { Scene("audit entry", admin(.audit)) { $0.press(.enter) } }

        var roleForm: Scene {
            Scene("role form", admin(.roles)) {
                $0.strike(.down, .down, .down)
                $0.press("n")
                $0.type("Local")
                $0.press(.tab, .tab, .tab, .down)
            }
        }

        var rolePicker: Scene {
            Scene("role picker", admin(.users)) {
                $0.press(.down, .enter, .down)
            }
        }

        // MARK: over everything

        func account(_ tabs: Int) -> Scene {
            Scene("account \(tabs)", Sample.account(width: width, height: height)) { stage in
                for _ in 0..<tabs { stage.press(.tab) }
                stage.press(.down)
            }
        }

        var noKeys: Scene {
            Scene("account without keys", account(2).stage) {
                $0.send(.accountAnswered(.keys(.success([]))))
            }
        }

        var keyForm: Scene {
            Scene("key form", account(2).stage) {
                $0.press("n")
                $0.type("nightly")
                $0.press(.tab, .down)
            }
        }

        var once: Scene {
            Scene("once", keyForm.stage) {
                $0.send(
                    .accountAnswered(
                        .keyCreated(
                            .success(
                                APIKeyBody(
                                    id: APIKeyID(4), name: "nightly", permissions: [.catalogRead],
                                    createdAt: Sample.now.timestamp, expiresAt: nil,
                                    lastUsedAt: nil, key: "enx_q83vEjRWeJCrze8SNFZ4kKvN7xI0Vni")))
                    ))
            }
        }

        var form: Scene {
            Scene("form", admin(.users)) {
                $0.press(.down, .character("a"))
                $0.type("5")
            }
        }

        var choice: Scene {
            Scene("form of a choice", admin(.settings)) { $0.press(.enter) }
        }

        var staged: Scene {
            Scene("staged", transfersPane) {
                $0.press("*")
                $0.press("D")
                $0.press(.down)
            }
        }

        var stagedReason: Scene {
            Scene("staged reason", admin(.approvals)) {
                $0.press("*")
                $0.press("x")
                $0.type("no")
            }
        }

        var themes: Scene {
            Scene("themes", busy) {
                $0.press("T")
                $0.press(.down)
            }
        }

        var palette: Scene {
            Scene("palette", busy) {
                $0.press(":")
                $0.type("re")
                $0.press(.down)
            }
        }

        var help: Scene {
            Scene("help", busy) {
                $0.press("?")
                $0.press(.down)
            }
        }

        var question: Scene {
            Scene("question", transfersPane) { $0.press("D") }
        }

        var notice: Scene {
            var state = Sample.blank(width: width, height: height)
            state.isFirstStart = true
            return Scene("notice", Stage(state)) {
                $0.send(
                    .started,
                    .sessionResumed(
                        Sample.server, .success(Sample.me("maria", BuiltInRoles.member))))
                $0.answerCatalog(Sample.page())
            }
        }

        var columns: Scene {
            Scene("columns", transfersPane) {
                $0.press("C")
                $0.press(.down)
            }
        }

        var menu: Scene {
            Scene("menu", busy) { stage in
                guard let place = stage.place(of: "Fotos do") else { return }
                stage.click(place, at: 0, .right)
                stage.press(.down, .down)
            }
        }
    }
}
