import API
import Cells
import Client
import Domain
import Testing

/// What the staff does to one account: notes, the second factor, the end.
@Suite struct MembersTests {
    private static let bruno = UserID(2)

    /// The card of `bruno` is open, and what it asked for has come.
    private func card(
        as role: RoleID = BuiltInRoles.superAdmin, width: Int = 120, height: Int = 36
    ) -> Stage {
        var stage = Sample.admin(.users, as: role, width: width, height: height)
        stage.press(.down)
        stage.press("i")
        stage.answerStaff()
        stage.settle()
        return stage
    }

    @Test("i opens the profile: who invited them, and the staff's notes, newest first")
    func openCard() {
        var stage = Sample.admin(.users)
        stage.press(.down)
        stage.press("i")
        #expect(
            stage.effects == [
                .fetchMember(Self.bruno), .fetchNotes(Self.bruno, PageQuery(limit: 100)),
            ])
        #expect(stage.shows("Loading…"))
        stage.answerStaff()
        #expect(stage.shows("invited by carla"))
        #expect(stage.shows("Notes 2"))
        #expect(stage.shows("Says the disk died"))
        stage.press(.down)
        #expect(stage.shows("root  Knows carla from the school."))
        stage.press(.escape)
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("beside a wide list the profile follows the cursor by itself")
    func follows() {
        var stage = Sample.admin(.users, width: 160, height: 48)
        #expect(stage.shows("invited by carla"))
        stage.press(.down)
        #expect(
            stage.effects == [
                .fetchMember(Self.bruno), .fetchNotes(Self.bruno, PageQuery(limit: 100)),
            ])
        let late = Sample.users[0]
        stage.send(.notesFetched(late.id, PageQuery(limit: 100), .success(Page(items: []))))
        #expect(!stage.shows("Nothing is written down"), "an answer about somebody else")
    }

    @Test("who may not manage members reads the profile, and why there are no notes to read")
    func gerente() {
        var stage = Sample.admin(.users, as: BuiltInRoles.gerente)
        stage.press(.down)
        stage.settle()
        stage.press("i")
        #expect(stage.effects == [.fetchMember(Self.bruno)], "notes are not even asked for")
        #expect(stage.shows("You lack the permission users.manage."))
        stage.press("n")
        #expect(stage.state.overlays.count == 1)
        stage.press(.escape)
        stage.press("D")
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("You lack the permission users.manage."))
        #expect(!stage.state.hints.contains { $0.key == "D" })
    }

    @Test("nobody deletes, unlocks or annotates their own account, or one that stands as high")
    func notBelow() {
        var stage = Sample.admin(.users, as: BuiltInRoles.admin)
        #expect(stage.state.admin.users.current?.username == "ana")
        for key in ["D", "F", "N"] as [Character] {
            stage.press(key)
            #expect(stage.state.overlays.isEmpty)
            #expect(stage.status.contains("You cannot do this to your own account."))
        }
        stage.press("G")
        stage.press(.up)
        stage.press("D")
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("weighs less than yours"))
    }

    @Test("a note is written where the notes are read, and stands first")
    func addNote() {
        var stage = card()
        stage.press("n")
        stage.press(.enter)
        #expect(stage.shows("Write something."))
        stage.type("Paid the membership.")
        stage.press(.enter)
        #expect(
            stage.effects == [.addNote(Self.bruno, NewNote(text: "Paid the membership."))])
        let note = NoteBody(
            id: 3, author: "root", text: "Paid the membership.", madeAt: Sample.now.timestamp)
        stage.send(.noteAdded(Self.bruno, .success(note)))
        #expect(stage.state.overlays.count == 1, "the card is still there")
        #expect(stage.shows("Notes 3") && stage.shows("root  Paid the membership."))
    }

    @Test("a note that the server refuses stays typed")
    func refusedNote() {
        var stage = card()
        stage.press("n")
        stage.type("x")
        stage.press(.enter)
        stage.send(.noteAdded(Self.bruno, .failure(CommunityFailure(.refused, "Not today."))))
        #expect(stage.shows("Not today."))
        #expect(stage.state.overlays.count == 2)
    }

    @Test("deleting a note asks, naming it, and takes only that one away")
    func deleteNote() {
        var stage = card()
        stage.press(.down)
        stage.press("D")
        #expect(stage.shows("By root, on bruno:") && stage.shows("Knows carla from the school."))
        #expect(stage.effects.isEmpty)
        stage.press("n")
        stage.press("D")
        stage.press("y")
        #expect(stage.effects == [.deleteNote(Self.bruno, 1)])
        stage.send(.noteDeleted(Self.bruno, 1, .success(Nothing())))
        #expect(stage.shows("Notes 1") && !stage.shows("Knows carla"))
        #expect(stage.state.overlays.count == 1)
    }

    @Test("an account is deleted with a reason; its row goes, and the count with it")
    func deleteMember() {
        var stage = Sample.admin(.users)
        stage.press(.down)
        stage.press("D")
        #expect(stage.shows("Delete bruno") && stage.shows("for good"))
        #expect(stage.status.contains("⏎ delete"))
        stage.press(.enter)
        #expect(stage.shows("Say why; it is kept.") && stage.effects.isEmpty)
        stage.type("asked for it")
        stage.press(.enter)
        #expect(
            stage.effects == [.deleteUser(Self.bruno, ReasonBody(reason: "asked for it"))])
        stage.send(.userDeleted(Self.bruno, .success(Nothing())))
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.state.admin.users[Self.bruno] == nil)
        #expect(stage.state.admin.users.total == 953)
        #expect(stage.status.contains("The account of bruno is deleted."))
    }

    @Test("the last SuperAdmin stays, and the form says why")
    func lastSuperAdmin() {
        var stage = Sample.admin(.users)
        stage.press("G")
        stage.press(.up)
        stage.press("D")
        stage.type("x")
        stage.press(.enter)
        stage.send(
            .userDeleted(
                UserID(7),
                .failure(
                    CommunityFailure(
                        .refused, code: "last_super_admin",
                        "The last SuperAdmin stays: make another one first."))))
        #expect(stage.shows("The last SuperAdmin stays"))
        #expect(stage.state.overlays.count == 1)
    }

    @Test("a second factor is taken off with a reason, also from the palette")
    func secondFactor() {
        var stage = Sample.admin(.users)
        stage.press(.down)
        stage.press(":")
        stage.type("take off the second")
        stage.press(.enter)
        #expect(stage.shows("Their password alone signs in after this."))
        stage.type("lost the phone")
        stage.press(.enter)
        #expect(
            stage.effects == [
                .removeMembersSecondFactor(Self.bruno, ReasonBody(reason: "lost the phone"))
            ])
        stage.send(
            .membersSecondFactorRemoved(
                Self.bruno, .failure(CommunityFailure(.missing, "There is no such thing."))))
        #expect(stage.shows("bruno has no second factor."))
        stage.send(.membersSecondFactorRemoved(Self.bruno, .success(Nothing())))
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("bruno signs in without a second factor now."))
    }

    @Test("a ban may end by itself")
    func banForAWhile() {
        var stage = Sample.admin(.users)
        stage.press(.down)
        stage.press("b")
        stage.type("spam")
        stage.press(.tab)
        stage.type("soon")
        stage.press(.enter)
        #expect(stage.shows("A time is a number with a unit"))
        stage.press(.control("u"))
        stage.type("2w")
        stage.press(.enter)
        let end = Sample.now.timestamp.adding(seconds: 14 * 86_400)
        #expect(stage.effects == [.banUser(Self.bruno, BanBody(reason: "spam", expiresAt: end))])
    }

    @Test("when a member changes elsewhere, the list and the open profile are asked for again")
    func changedElsewhere() {
        var stage = card()
        stage.send(.communityHappened(CommunityEvent(kind: .userChanged, userId: Self.bruno)))
        #expect(
            stage.effects == [
                .searchUsers(UserQuery(page: PageQuery(limit: 100))), .fetchMember(Self.bruno),
            ])
    }

    @Test("a card of somebody who was deleted meanwhile closes")
    func goneMeanwhile() {
        var stage = card()
        stage.send(.userDeleted(Self.bruno, .success(Nothing())))
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("every size has room for the card", arguments: [(40, 10), (60, 18), (80, 24), (200, 60)])
    func sizes(width: Int, height: Int) {
        var stage = card(width: width, height: height)
        stage.press(.down, .up)
        #expect(stage.shows("bruno"))
        #expect(height < 12 || stage.shows("Says the disk died"))
    }
}
