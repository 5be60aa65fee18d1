import API
import Cells
import Domain
import Testing

@testable import Client

@Suite struct UndoTests {
    private func transfers() -> Stage {
        var stage = Sample.busy()
        stage.press(.function(2))
        stage.settle()
        return stage
    }

    private func step(_ stage: Stage) -> (number: Int, effect: Effect)? {
        for case .step(let number, let effect) in stage.effects.reversed() {
            return (number, effect)
        }
        return nil
    }

    @Test("with nothing done there is nothing to undo, and that is said")
    func nothing() {
        var stage = Sample.busy()
        stage.press("u")
        #expect(stage.status.contains("There is nothing to undo."))
    }

    @Test("a pause is taken back, and what was undone is named")
    func pause() {
        var stage = transfers()
        stage.press("p")
        stage.settle()
        stage.press("u")
        guard let step = step(stage) else {
            Issue.record("nothing was asked for")
            return
        }
        #expect(step.effect == .resumeTransfers([Sample.hash(2)]))
        stage.send(.stepped(step.number, nil))
        #expect(stage.status.contains("Undone: pause of 1 torrent"))
        stage.press("u")
        #expect(stage.status.contains("There is nothing to undo."))
    }

    @Test("what left the list comes back from the catalog; what left with its files does not")
    func removal() {
        var stage = transfers()
        let first = stage.state.transfers.all[0].id
        stage.press("d")
        stage.press("y")
        stage.settle()
        stage.press("u")
        let entry = Sample.entries.first { $0.infoHash == first }
        #expect(step(stage)?.effect == entry.map { .download($0.id, title: $0.title) })
        stage.send(
            .stepped(
                step(stage)?.number ?? 0,
                .downloadStarted(entry?.id ?? CatalogID(0), .success(first))))
        stage.press("D")
        stage.press("y")
        stage.press("u")
        #expect(stage.status.contains("removal of 1 torrent: this cannot be undone."))
    }

    @Test("marks, order, range and theme go back to what they were")
    func looks() {
        var stage = transfers()
        stage.press(.character(" "), .character(" "))
        stage.press("*")
        stage.press("u")
        #expect(stage.state.transfers.marked.count == 2)
        stage.press("u")
        #expect(stage.state.transfers.marked.isEmpty)
        stage.press(.function(1))
        stage.press(.escape)

        stage.press(.alt("1"))
        let sort = stage.state.catalog.sort
        stage.press("s")
        #expect(stage.state.catalog.sort != sort)
        stage.press("u")
        #expect(stage.state.catalog.sort == sort)

        stage.press("T")
        stage.press(.down, .enter)
        #expect(stage.state.theme == 1)
        stage.press("u")
        #expect(stage.state.theme == 0 && stage.effects.last == .rememberTheme("honey"))

        stage.press(.function(3))
        let range = stage.state.ratio.range
        stage.press("[")
        stage.press(.alt("u"))
        #expect(stage.state.ratio.range == range)
    }

    @Test("a choice of columns is taken back as a whole, wherever one is by then")
    func columns() {
        var stage = transfers()
        stage.press("C")
        stage.press(.down, .character(" "), .character(">"))
        stage.press(.escape)
        #expect(stage.state.columns != .standard)
        stage.press(.function(3))
        stage.press("u")
        #expect(stage.state.columns == .standard)
        #expect(stage.effects.contains(.rememberColumns(.standard)))
        #expect(stage.status.contains("Undone: Columns of Transfers"), "\(stage.status)")
        stage.press("u")
        #expect(stage.status.contains("There is nothing to undo."))
    }

    @Test("a download is not taken back: it says so, and reaches no further")
    func download() {
        var stage = transfers()
        stage.press("p")
        stage.settle()
        stage.send(.downloadStarted(Sample.entries[0].id, .success(Sample.entries[0].infoHash)))
        stage.press("u")
        #expect(step(stage) == nil)
        #expect(stage.status.contains("this cannot be undone; remove it"), "\(stage.status)")
    }

    @Test("a ban is lifted again; refused, it says so and can be tried again")
    func ban() {
        var stage = Sample.admin(.users)
        stage.answerUsers()
        guard let user = stage.state.admin.users.items.first(where: { $0.ban == nil }) else {
            return
        }
        let banned = UserBody(
            id: user.id, username: user.username, role: user.role, stats: user.stats,
            createdAt: user.createdAt, ban: BanBody(reason: "spam", expiresAt: nil))
        stage.send(.userChanged(.success(banned)))
        stage.settle()
        stage.press("u")
        #expect(step(stage)?.effect == .unbanUser(user.id))
        stage.send(
            .stepped(
                step(stage)?.number ?? 0,
                .userChanged(.failure(CommunityFailure(.refused, "You may not.")))))
        #expect(stage.status.contains("You may not."))
        stage.settle()
        stage.press("u")
        #expect(step(stage)?.effect == .unbanUser(user.id))
        stage.send(.stepped(step(stage)?.number ?? 0, .userChanged(.success(user))))
        #expect(stage.status.contains("Undone: ban of \(user.username)"))
        stage.press("u")
        #expect(stage.status.contains("There is nothing to undo."))
    }

    @Test("the end of a ban is taken back with the same reason and the same end")
    func unban() throws {
        var stage = Sample.admin(.users)
        stage.answerUsers()
        let user = try #require(stage.state.admin.users.items.first { $0.ban != nil })
        let until = Sample.now.timestamp.adding(seconds: 86_400)
        let ban = BanBody(reason: "spam", expiresAt: until)
        func with(_ ban: BanBody?) -> UserBody {
            UserBody(
                id: user.id, username: user.username, role: user.role, stats: user.stats,
                createdAt: user.createdAt, ban: ban)
        }
        stage.send(.userChanged(.success(with(ban))))
        stage.send(.userChanged(.success(with(nil))))
        stage.settle()
        stage.press("u")
        #expect(step(stage)?.effect == .banUser(user.id, ban))
    }

    @Test("a role goes back to the one before, and so does a setting")
    func roleAndSetting() {
        var stage = Sample.admin(.users)
        stage.answerUsers()
        let user = stage.state.admin.users.items[1]
        let other = Sample.reference(
            user.role.id == BuiltInRoles.member ? BuiltInRoles.supervisor : BuiltInRoles.member)
        stage.send(
            .userChanged(
                .success(
                    UserBody(
                        id: user.id, username: user.username, role: other, stats: user.stats,
                        createdAt: user.createdAt, ban: user.ban))))
        stage.settle()
        stage.press("u")
        #expect(
            step(stage)?.effect == .changeRoleOfUser(user.id, UserPatch(roleId: user.role.id)))
        stage.send(.stepped(step(stage)?.number ?? 0, .userChanged(.success(user))))

        stage.send(
            .settingsChanged(
                .success(
                    SettingsBody(
                        CommunitySettings(
                            registration: .open, requiredRatio: 0.6, graceBytes: Sample.bytes(5),
                            announceInterval: 1800)))))
        stage.settle()
        stage.press("u")
        #expect(step(stage)?.effect == .changeSettings(SettingsPatch(registration: .closed)))
    }

    @Test("an approval says that it cannot be undone, and what was before it still can")
    func impossible() {
        var stage = Sample.admin(.approvals)
        stage.press(.character(" "))
        stage.send(.uploadApproved(CatalogID(1), .success(Sample.detail)))
        stage.press("u")
        #expect(stage.status.contains("this cannot be undone"), "\(stage)")
        stage.press("u")
        #expect(stage.state.admin.approvals.marks.isEmpty)
        #expect(stage.status.contains("Undone: marks"))
    }

    @Test("only the last twenty are remembered, and none of them outlives the session")
    func depth() {
        var stage = Sample.busy()
        for _ in 0..<30 { stage.press("s") }
        #expect(stage.state.undos.count == 20)
        stage.send(.eventsEnded(CommunityFailure(.signedOut, "gone")))
        #expect(stage.state.undos.isEmpty)
    }

    @Test("a batch is taken back as a whole")
    func batch() {
        var stage = transfers()
        stage.strike("2 ")
        stage.press("p")
        stage.press("y")
        while let step = step(stage), stage.state.batch != nil {
            stage.settle()
            stage.send(.stepped(step.number, nil))
        }
        stage.settle()
        stage.press("u")
        #expect(
            stage.state.batch?.steps.map(\.effect) == [
                .resumeTransfers([Sample.hash(2)]), .resumeTransfers([Sample.hash(3)]),
            ])
    }
}
