import API
import Cells
import Client
import Domain
import Testing

@Suite struct StaffGoldenTests {
    @Test("the profile of a member with the notes of the staff")
    func member() throws {
        var stage = Sample.admin(.users)
        stage.press("G")
        stage.press("i")
        stage.answerStaff()
        try Golden.expect(stage.state, "admin-member")
    }

    @Test("deleting an account names what is lost")
    func deletion() throws {
        var stage = Sample.admin(.users)
        stage.press(.down)
        stage.press("D")
        try Golden.expect(stage.state, "admin-delete-member")
    }

    @Test("the evidence that waits, that was judged, and the form to judge it")
    func evidence() throws {
        var stage = Sample.admin(.evidence)
        try Golden.expect(stage.state, "admin-evidence")
        stage.press("c")
        try Golden.expect(stage.state, "admin-evidence-review")
        stage.press(.escape)
        stage.press("o")
        stage.answerEvidenceCase()
        try Golden.expect(stage.state, "admin-evidence-judged")
        try Golden.expect(
            Sample.admin(.evidence, language: .portuguese).state, "admin-evidence-portuguese")
    }

    @Test("the bans of addresses, and of clients")
    func bans() throws {
        var stage = Sample.admin(.bans)
        try Golden.expect(stage.state, "admin-bans")
        stage.press("c")
        try Golden.expect(stage.state, "admin-bans-clients")
        stage.press("c")
        stage.press("n")
        try Golden.expect(stage.state, "admin-ban-form")
    }

    @Test("the invitations, and the code of a new one")
    func invitations() throws {
        var stage = Sample.admin(.invitations)
        try Golden.expect(stage.state, "admin-invitations")
        stage.send(
            .invited(
                .success(
                    InvitationBody(
                        id: InvitationID(5), state: .open,
                        invitedBy: MemberName(id: UserID(1), username: "root"), note: "Seu Zé",
                        createdAt: Sample.now.timestamp,
                        expiresAt: Sample.now.timestamp.adding(seconds: 3 * 86_400),
                        code: "k7qm-wz2a-n4ht-xs6c-b5rd"))))
        try Golden.expect(stage.state, "admin-invitation-code")
    }

    @Test("the audit log narrowed, and one entry in full")
    func audit() throws {
        var stage = Sample.admin(.audit)
        stage.press("f")
        stage.press(.tab)
        stage.type("role")
        stage.press(.tab)
        stage.type("7d")
        try Golden.expect(stage.state, "admin-audit-filter")
        stage.press(.enter)
        if let query = stage.state.admin.audit.awaited {
            stage.send(.auditFetched(query, .success(Page(items: [Sample.audit[0]]))))
        }
        try Golden.expect(stage.state, "admin-audit-narrowed")
        stage.press(.enter)
        try Golden.expect(stage.state, "admin-audit-entry")
    }

    @Test("the leaderboard under one's own figures")
    func leaderboard() throws {
        var stage = Sample.busy()
        stage.press("3")
        stage.press("b")
        stage.showRatio()
        stage.answerBoard()
        try Golden.expect(stage.state, "ratio-leaderboard")
    }

    @Test("the console in Portuguese")
    func portuguese() throws {
        var stage = Sample.admin(.users, language: .portuguese)
        stage.press("G")
        stage.press("i")
        stage.answerStaff()
        try Golden.expect(stage.state, "admin-member-portuguese")
        try Golden.expect(
            Sample.admin(.bans, language: .portuguese).state, "admin-bans-portuguese")
        try Golden.expect(
            Sample.admin(.invitations, language: .portuguese).state,
            "admin-invitations-portuguese")
        var audit = Sample.admin(.audit, language: .portuguese)
        audit.press("f")
        try Golden.expect(audit.state, "admin-audit-filter-portuguese")
        var board = Sample.busy(language: .portuguese)
        board.press("3")
        board.press("b")
        board.showRatio()
        board.answerBoard()
        try Golden.expect(board.state, "ratio-leaderboard-portuguese")
    }
}
