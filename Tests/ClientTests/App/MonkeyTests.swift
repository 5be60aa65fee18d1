import API
import Cells
import Client
import Domain
import Testing

/// Keys in no order at all: nothing may trap, and what the state promises must hold.
@Suite(.serialized) struct MonkeyTests {
    @Test(
        "whatever is pressed, cursors stay on rows, overlays stay few, members stay out of Admin",
        arguments: [
            BuiltInRoles.member, BuiltInRoles.gerente, BuiltInRoles.admin, BuiltInRoles.superAdmin,
        ])
    func keys(role: RoleID) async {
        var random = Dice(seed: UInt64(role.rawValue) &* 7919)
        var stage = Sample.busy(as: role)
        for step in 0..<5000 {
            let key = random.element(of: Self.keys)
            stage.strike(key, after: .milliseconds(Int64(random.next() % 900)))
            react(&stage, &random)
            check(stage.state, "step \(step), \(key)")
            // Other tests have deadlines and share these threads.
            if step % 5 == 0 { await Task.yield() }
            if step % 9 == 0 { #expect(view(stage.state).size == stage.state.size) }
        }
    }

    @Test("whatever is pressed on the way in, it stays on one of its stops")
    func signIn() {
        var random = Dice(seed: 42)
        var stage = Stage(
            Sample.blank(remembered: [RememberedServer(address: Sample.address("a.example"))]))
        for step in 0..<800 {
            stage.strike(
                random.element(of: Self.keys), after: .milliseconds(Int64(random.next() % 900)))
            if random.next() % 7 == 0 {
                stage.send(.signedIn(Sample.server, .failure(CommunityFailure(.refused, "no"))))
            }
            #expect(stage.state.signIn.stops.contains(stage.state.signIn.focus), "step \(step)")
            #expect(view(stage.state).size == stage.state.size)
        }
    }

    private static let keys: [Key] =
        "jkgGhlnpdDoasxXrff/:?TAbeuvyym*[]12345qQ 0G-iNFc".map { .character($0) }
        + [
            .enter, .enter, .escape, .tab, .backtab, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .backspace, .delete, .control("u"), .control("d"), .control("s"),
            .control("l"), .paste("é\u{301}🇧🇷\u{202E}x"), .character("\u{301}"), .function(1),
        ]

    /// What time alone changes on the screen must change the clock's face: else nobody paints it.
    private func pass(_ stage: inout Stage, milliseconds: Int64) {
        let screen = view(stage.state)
        let face = ClockFace(stage.state)
        stage.settle()
        stage.pass(milliseconds: milliseconds)
        guard stage.effects.isEmpty, view(stage.state) != screen else { return }
        #expect(ClockFace(stage.state) != face, "\(stage.screen)")
    }

    /// The world answers now and then, sometimes with a refusal, and the window changes.
    private func react(_ stage: inout Stage, _ random: inout Dice) {
        switch random.next() % 24 {
        case 0: stage.resize(Int(random.next() % 170), Int(random.next() % 50))
        case 1: pass(&stage, milliseconds: Int64(random.next() % 5000))
        case 2: stage.answerCatalog(Sample.page(Array(Sample.entries.shuffled(using: &random))))
        case 3: stage.answerCatalog(Sample.page([]))
        case 4: stage.answerUsers()
        case 5:
            stage.send(.roleSaved(.failure(CommunityFailure(.refused, "no"))))
            stage.send(.userChanged(.failure(CommunityFailure(.refused, "no"))))
        case 6: stage.send(.transferHappened(.removed(Sample.hash(Int(random.next() % 9)))))
        case 7: stage.send(.transferHappened(.changed(Sample.transfers)))
        case 8:
            stage.send(.rolesFetched(.success(Array(Sample.roles.prefix(Int(random.next() % 8))))))
        case 9: stage.send(.rolesFetched(.success(Sample.roles)))
        case 10: stage.showRatio()
        case 11, 12: stage.answerSuggestions()
        case 13: stage.answerFacets()
        case 14: stage.answerCatalog(Sample.page([], didYouMean: "segurança"))
        case 15: stage.answerCatalog(Sample.page(Sample.hits, isCapped: true))
        case 16: stage.answerAccount()
        case 17: stage.answerAccount(refusing: true)
        case 18: stage.answerStaff()
        case 19: stage.answerBoard()
        case 20:
            stage.send(
                .userDeleted(UserID(2), .success(Nothing())),
                .noteDeleted(UserID(1), 2, .success(Nothing())),
                .noteAdded(UserID(1), .failure(CommunityFailure(.refused, "no"))))
        default: break
        }
    }

    /// By plain comparisons, and an expectation for what does not hold: a hundred thousand of them
    /// take a minute.
    private func check(_ state: AppState, _ place: String) {
        func hold(_ holds: Bool, _ what: String) {
            if !holds { Issue.record("\(what), \(place)") }
        }
        func isOn(_ cursor: ListCursor, _ count: Int) -> Bool {
            cursor.index >= 0 && cursor.index <= max(0, count - 1) && cursor.first >= 0
        }
        hold(isOn(state.catalog.cursor, state.catalog.items.count), "state.catalog.cursor")
        hold(isOn(state.transfers.cursor, state.transfers.all.count), "state.transfers.cursor")
        hold(
            isOn(state.admin.users.cursor, state.admin.users.items.count),
            "state.admin.users.cursor")
        hold(
            isOn(state.admin.roles.cursor, state.session?.roles.count ?? 0),
            "state.admin.roles.cursor")
        hold(
            isOn(state.ratio.board.cursor, state.ratio.board.items.count),
            "state.ratio.board.cursor")
        hold(
            isOn(state.admin.audit.cursor, state.admin.audit.items.count),
            "state.admin.audit.cursor")
        let evidence = state.admin.evidence
        hold(isOn(evidence.open.cursor, evidence.open.items.count), "evidence.open.cursor")
        hold(isOn(evidence.closed.cursor, evidence.closed.items.count), "evidence.closed.cursor")
        let bans = state.admin.bans
        hold(isOn(bans.addresses.cursor, bans.addresses.items.count), "bans.addresses.cursor")
        hold(isOn(bans.clients.cursor, bans.clients.items.count), "bans.clients.cursor")
        let invitations = state.admin.invitations.list
        hold(isOn(invitations.cursor, invitations.items.count), "invitations.cursor")
        hold(isOn(state.ratio.cursor, state.ratio.shares?.count ?? 0), "state.ratio.cursor")
        hold(isOn(state.account.cursor, state.accountRows.count), "state.account.cursor")
        hold(
            isOn(state.account.sessions.cursor, state.account.sessions.items.count),
            "state.account.sessions.cursor")
        hold(
            isOn(state.account.keys.cursor, state.account.keys.items.count),
            "state.account.keys.cursor")
        if let cursor = state.catalog.suggestions.cursor {
            hold(cursor >= 0 && cursor < max(1, state.suggestions.count), "state.suggestions.count")
        }
        hold(state.overlays.count <= 2, "state.overlays.count")
        hold(state.tab != .admin || state.session?.isStaff == true, "state.tab")
    }
}
