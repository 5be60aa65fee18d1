import API
import Cells
import Client
import Domain
import Testing

@Suite struct GoldenTests {
    // MARK: the way in

    @Test("the first start offers three ways to begin")
    func welcome() throws {
        try Golden.expect(Sample.blank(server: nil), "signin-first-start")
    }

    @Test("a known community asks for a name and a password, and names the others")
    func signIn() throws {
        var stage = Stage(
            Sample.blank(remembered: [
                RememberedServer(address: Sample.server, username: "maria"),
                RememberedServer(address: Sample.address("enxame.example"), username: "mq"),
            ]))
        stage.send(.started, .sessionResumed(Sample.server, .success(nil)))
        stage.type("segredo")
        stage.press(.enter)
        stage.send(
            .signedIn(Sample.server, .failure(CommunityFailure(.signedOut, "wrong password"))))
        try Golden.expect(stage.state, "signin-wrong-password")
    }

    @Test("the demo lists an account for every role")
    func demo() throws {
        let accounts = [
            ("root", "SuperAdmin"), ("ana", "Admin"), ("maria", "Gerente"),
            ("carla", "Supervisor"), ("bruno", "Member"), ("visita", "Guest"),
        ].map {
            DemoCommunity.Account(username: $0.0, password: "\($0.0)12345", roleName: $0.1)
        }
        try Golden.expect(
            Sample.blank(
                server: nil, demo: DemoCommunity(server: Sample.server, accounts: accounts)),
            "signin-demo")
    }

    @Test("the first password of a hosted community is shown once")
    func hosted() throws {
        var stage = Stage(Sample.blank(server: nil))
        stage.press(.enter)
        stage.send(
            .communityHosted(
                .success(
                    HostedCommunity(
                        server: Sample.server, dataFolder: "/home/maria/.local/share/enxamed",
                        username: "admin", password: "Qm7-vezes-Lua-41"))))
        try Golden.expect(stage.state, "signin-hosted")
    }

    // MARK: panes

    @Test("the catalog with a search, its detail, and the transfers below")
    func catalog() throws {
        var stage = Sample.busy()
        stage.press("/")
        stage.type("segurança tag:pdf")
        stage.answerCatalog(Sample.page())
        try Golden.expect(
            stage.state, "catalog-search", alsoAt: Size(width: 120, height: 32),
            Size(width: 60, height: 18))
    }

    @Test("suggestions under the field, one of them with the keys")
    func suggestions() throws {
        var stage = Sample.typing()
        stage.press(.down)
        try Golden.expect(
            stage.state, "catalog-suggestions")
    }

    @Test("a search that found nothing says what was probably meant")
    func didYouMean() throws {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type("relatorio seguranka")
        stage.answerCatalog(Sample.page([], didYouMean: "relatorio seguranca"))
        try Golden.expect(
            stage.state, "catalog-did-you-mean")
    }

    @Test("a search is narrowed beside the list, or over it where there is no room")
    func facets() throws {
        var stage = Sample.typing("type:pdf segur")
        stage.press(.enter)
        stage.press("f")
        stage.answerFacets()
        stage.press(.down)
        try Golden.expect(
            stage.state, "catalog-narrowing", alsoAt: Size(width: 120, height: 32),
            Size(width: 60, height: 18))
    }

    @Test("where a search hit the description, the excerpt follows the cursor")
    func snippets() throws {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type("segur")
        stage.answerCatalog(Sample.page(Sample.hits, total: 1000, isCapped: true))
        stage.press(.enter, .down)
        try Golden.expect(stage.state, "catalog-snippet")
    }

    @Test("an empty catalog says what to do")
    func emptyCatalog() throws {
        var stage = Sample.signedIn()
        stage.answerCatalog(Sample.page([]))
        try Golden.expect(stage.state, "catalog-empty")
    }

    @Test("the transfers, with the detail of the row under the cursor and the rates")
    func transfers() throws {
        var stage = Sample.busy()
        stage.press("2")
        stage.press(.down, .character(" "))
        stage.press(.up, .up)
        try Golden.expect(stage.state, "transfers")
    }

    @Test("the question before data is deleted names what is lost")
    func question() throws {
        var stage = Sample.busy()
        stage.press("2")
        stage.press("D")
        try Golden.expect(stage.state, "transfers-question")
    }

    @Test("the ratio: figures, gauge, graph, and what was moved of each torrent")
    func ratio() throws {
        var stage = Sample.busy()
        stage.press("3")
        stage.press("]")
        stage.showRatio()
        try Golden.expect(stage.state, "ratio")
    }

    @Test("the activity, newest first")
    func activity() throws {
        var stage = Sample.busy()
        stage.send(
            .transferHappened(.torrentFinished(Sample.hash(2))),
            .communityHappened(CommunityEvent(kind: .catalogApproved, title: "Aula 08: consenso")),
            .transferHappened(
                .trackerProblem(Sample.hash(3), message: "you owe 1.2 GiB; seed something first")))
        stage.press("5")
        try Golden.expect(stage.state, "activity")
    }

    // MARK: admin

    @Test("the members")
    func users() throws { try Golden.expect(Sample.admin(.users).state, "admin-users") }

    @Test("the roles as a tree, with where each permission comes from")
    func roles() throws {
        var stage = Sample.admin(.roles)
        stage.press(.down, .down, .down, .down)
        try Golden.expect(stage.state, "admin-roles")
    }

    @Test("the form of a new role shows what it would inherit")
    func roleForm() throws {
        var stage = Sample.admin(.roles, as: BuiltInRoles.superAdmin)
        stage.press(.down, .down, .down)
        stage.press("n")
        stage.type("Gerente Local")
        stage.press(.tab, .tab, .tab, .down, .down, .down)
        stage.press(.character(" "))
        try Golden.expect(stage.state, "admin-role-form")
    }

    @Test("the queue of approvals")
    func approvals() throws { try Golden.expect(Sample.admin(.approvals).state, "admin-approvals") }

    @Test("the settings")
    func settings() throws { try Golden.expect(Sample.admin(.settings).state, "admin-settings") }

    @Test("the audit log")
    func audit() throws { try Golden.expect(Sample.admin(.audit).state, "admin-audit") }

    @Test("the form that adjusts a ratio")
    func adjustment() throws {
        var stage = Sample.admin(.users)
        stage.press(.down)
        stage.press("a")
        stage.type("5 gigas")
        stage.press(.enter)
        try Golden.expect(stage.state, "admin-adjust")
    }

    // MARK: over everything

    @Test("help is the keymap of where one is")
    func help() throws {
        var stage = Sample.busy()
        stage.press("?")
        try Golden.expect(stage.state, "help")
    }

    @Test("the palette has every action, and the reason where one cannot be done")
    func palette() throws {
        var stage = Sample.busy()
        stage.press(":")
        stage.type("re")
        try Golden.expect(stage.state, "palette")
    }

    @Test("everything is said in Portuguese too")
    func portuguese() throws {
        var stage = Sample.busy(language: .portuguese)
        try Golden.expect(stage.state, "catalog-portuguese")
        stage.press("3")
        stage.showRatio()
        try Golden.expect(stage.state, "ratio-portuguese")
        var narrowing = Sample.typing("type:pdf segur", language: .portuguese)
        narrowing.press(.enter)
        narrowing.press("f")
        narrowing.answerFacets()
        try Golden.expect(narrowing.state, "catalog-narrowing-portuguese")
    }
}
