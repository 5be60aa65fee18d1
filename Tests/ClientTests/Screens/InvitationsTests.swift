import API
import Cells
import Client
import Domain
import Testing

@Suite struct InvitationsTests {
    private static let code = "k7qm-wz2a-n4ht-xs6c-b5rd"

    /// Newcomers come by invitation.
    private func open(as role: RoleID = BuiltInRoles.superAdmin) -> Stage {
        var stage = Sample.admin(.invitations, as: role)
        stage.send(
            .settingsFetched(
                .success(
                    SettingsBody(
                        CommunitySettings(
                            registration: .invite, requiredRatio: 0.6,
                            graceBytes: Sample.bytes(5), announceInterval: 1800)))))
        stage.settle()
        return stage
    }

    private func made() -> InvitationBody {
        InvitationBody(
            id: InvitationID(5), state: .open,
            invitedBy: MemberName(id: UserID(1), username: "root"), note: "Seu Zé",
            createdAt: Sample.now.timestamp,
            expiresAt: Sample.now.timestamp.adding(seconds: 3 * 86_400), code: Self.code)
    }

    @Test("the list says who was invited, by whom, and what came of it")
    func list() {
        let stage = open()
        #expect(stage.shows("Dona Lúcia") && stage.shows("bruno") && stage.shows("expired"))
        #expect(stage.shows("registration by invitation"))
    }

    @Test("an invitation shows its code once, large and alone, and on its row while this runs")
    func invite() {
        var stage = open()
        stage.press("n")
        stage.type("Seu Zé")
        stage.press(.tab, .control("u"))
        stage.type("91")
        stage.press(.enter)
        #expect(stage.shows("An invitation holds for 1 to 90 days."))
        stage.press(.control("u"))
        stage.type("3")
        stage.press(.enter)
        #expect(stage.effects == [.invite(NewInvitation(expiresInDays: 3, note: "Seu Zé"))])
        stage.send(.invited(.success(made())))
        #expect(stage.shows(Self.code) && stage.shows("the server does not keep it"))
        stage.press("x")
        #expect(stage.shows("The invitation is ready"), "only Enter or Esc closes it")
        stage.press(.enter)
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.shows("code \(Self.code)"))
        stage.press(.down)
        #expect(!stage.shows(Self.code))
        stage.send(.eventsEnded(CommunityFailure(.signedOut, "over")))
        #expect(stage.state.admin.invitations.codes.isEmpty, "it leaves with the session")
    }

    @Test("where registration is closed nobody is invited, and the key says so")
    func closed() {
        var stage = Sample.admin(.invitations)
        stage.press("n")
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("registration is closed"))
        stage.press("[", "]")
        stage.send(.invitationsFetched(PageQuery(limit: 100), .success(Page(items: []))))
        #expect(stage.shows("Nobody is invited: registration is closed"))
        #expect(!stage.state.hints.contains { $0.key == "n" })
    }

    @Test("an open invitation is withdrawn after a question; one that is over is not")
    func withdraw() {
        var stage = open()
        stage.press("D")
        #expect(stage.shows("Dona Lúcia, biblioteca, by root"))
        stage.press("y")
        #expect(stage.effects == [.withdrawInvitation(InvitationID(4))])
        stage.settle()
        stage.send(.invitationWithdrawn(InvitationID(4), .success(Nothing())))
        #expect(stage.effects == [.fetchInvitations(PageQuery(limit: 100))])
        #expect(stage.status.contains("The invitation is withdrawn."))
        stage.press(.down, .down)
        stage.press("D")
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("it is not open any more"))
    }

    @Test("others' invitations are withdrawn by who manages members, and stands above them")
    func others() {
        var gerente = open(as: BuiltInRoles.gerente)
        gerente.press(.down)
        gerente.press("D")
        #expect(gerente.status.contains("You lack the permission users.manage."))
        var admin = open(as: BuiltInRoles.admin)
        let inviters = [(7, "root"), (99, "somebody")]
        admin.press("[", "]")
        admin.send(
            .invitationsFetched(
                PageQuery(limit: 100),
                .success(
                    Page(
                        items: inviters.map { id, name in
                            InvitationBody(
                                id: InvitationID(Int64(id)), state: .open,
                                invitedBy: MemberName(id: UserID(Int64(id)), username: name),
                                note: nil, createdAt: Sample.days(1),
                                expiresAt: Sample.now.timestamp.adding(seconds: 600))
                        }))))
        admin.press("g")
        admin.press("D")
        #expect(admin.status.contains("weighs less than yours"))
        admin.press(.down)
        admin.press("D")
        #expect(
            admin.state.overlays.count == 1, "how heavy the inviter is, only the server knows here")
    }

    @Test("who may only invite has a pane of invitations, and nothing of the staff's")
    func onlyInviting() {
        var stage = Sample.signedIn(as: BuiltInRoles.member)
        let me = Sample.me("maria", BuiltInRoles.member)
        stage.send(
            .meFetched(
                .success(
                    MeReply(
                        id: me.id, username: me.username, role: me.role,
                        permissions: me.permissions + [.usersInvite], stats: me.stats,
                        announceURL: me.announceURL))))
        #expect(view(stage.state).lines[0].contains("4 Invitations"))
        #expect(!stage.shows("Admin"))
        stage.settle()
        stage.press("4")
        #expect(stage.state.adminSections == [.invitations])
        #expect(stage.effects.contains(.fetchInvitations(PageQuery(limit: 100))))
    }

    @Test("when somebody joins, the open list is asked for again")
    func joined() {
        var stage = open()
        stage.send(.communityHappened(CommunityEvent(kind: .userChanged, userId: UserID(9))))
        #expect(stage.effects.contains(.fetchInvitations(PageQuery(limit: 100))))
    }
}

extension Stage {
    fileprivate mutating func press(_ letters: Character...) {
        for letter in letters { press(letter) }
    }
}
