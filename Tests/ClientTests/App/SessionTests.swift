import API
import Cells
import Client
import Domain
import Testing

@Suite struct SessionTests {
    @Test("a session that ends elsewhere leads back to the way in, with a sentence")
    func ended() {
        var stage = Sample.busy()
        stage.press(":")
        stage.send(
            .communityHappened(CommunityEvent(kind: .sessionEnded, reason: "You are banned.")))
        #expect(stage.state.session == nil && stage.state.overlays.isEmpty)
        #expect(stage.shows("Your session was ended: You are banned."))
        #expect(stage.effects == [.cancelAll, .stopTransfers, .dropKept])
        #expect(!stage.shows("Relatório"), "what was seen leaves the screen")
    }

    @Test("an answer of a session that is over says nothing to anybody")
    func lateAnswers() {
        var stage = Sample.catalog()
        let query = stage.state.catalog.query
        stage.send(.eventsEnded(CommunityFailure(.signedOut, "over")))
        let before = stage.state
        stage.settle()
        stage.send(
            .catalogFound(query, .success(Sample.page())),
            .transferHappened(.changed(Sample.transfers)),
            .meFetched(.success(Sample.me("ana", BuiltInRoles.admin))))
        #expect(stage.state == before)
        #expect(stage.effects.isEmpty)
    }

    @Test("a request that the server does not know the session of ends it here too")
    func refusedRequest() {
        var stage = Sample.catalog()
        stage.send(.rolesFetched(.failure(CommunityFailure(.signedOut, "no"))))
        #expect(stage.state.session == nil)
        #expect(stage.shows("Your session is over; sign in again."))
    }

    @Test("signing out ends everything first and then says goodbye")
    func signOut() {
        var stage = Sample.catalog()
        stage.settle()
        stage.send(.chosen(.signOut))
        #expect(stage.effects == [.cancelAll, .stopTransfers, .dropKept, .signOut])
        #expect(stage.state.signIn.username.text == "maria")
    }

    @Test("the line of events says how it is, and counts down to its next try")
    func connection() {
        var stage = Sample.catalog()
        #expect(stage.status.contains("● live"))
        stage.send(.eventsInterrupted(retryInSeconds: 4))
        #expect(stage.status.contains("○ reconnecting in 4 s"))
        stage.pass(milliseconds: 1500)
        #expect(stage.status.contains("○ reconnecting in 3 s"))
        stage.settle()
        stage.send(.eventsConnected)
        #expect(stage.effects.contains(.fetchMe), "what was missed is asked for")
        stage.pass(milliseconds: 2000)
        #expect(stage.effects.contains { $0.id == .catalog })
    }

    @Test("a new role is asked for and told at once")
    func newRole() {
        var stage = Sample.catalog(as: BuiltInRoles.member)
        stage.settle()
        stage.send(.communityHappened(CommunityEvent(kind: .meChanged)))
        #expect(stage.effects == [.fetchMe, .fetchRoles])
        stage.send(.meFetched(.success(Sample.me("maria", BuiltInRoles.admin))))
        #expect(stage.status.contains("Your role is now Admin."))
        #expect(stage.shows("4 Admin"))
    }

    @Test("a lower role sees nothing of the higher one for a single frame")
    func lowerRole() {
        var stage = Sample.catalog(as: BuiltInRoles.admin)
        #expect(stage.shows("Backup interno"))
        stage.send(.meFetched(.success(Sample.me("maria", BuiltInRoles.member))))
        #expect(!stage.shows("Backup interno"))
    }

    @Test("toasts fade, and stay in the activity")
    func toasts() {
        var stage = Sample.busy()
        stage.send(.transferHappened(.torrentFinished(Sample.hash(2))))
        #expect(stage.status.contains("is complete."))
        stage.pass(milliseconds: 5000)
        #expect(!stage.status.contains("is complete."))
        stage.press("5")
        #expect(stage.shows("Aula 07: sistemas distribuídos is complete."))
    }

    @Test("a changed password signs out, with a sentence")
    func password() {
        var stage = Sample.catalog()
        stage.send(.chosen(.changePassword))
        stage.type("old-one")
        stage.press(.tab)
        stage.type("new-one-8")
        stage.press(.tab)
        stage.type("new-one-9")
        stage.press(.enter)
        #expect(stage.shows("The two passwords differ."))
        stage.press(.backspace, .character("8"))
        stage.settle()
        stage.press(.enter)
        #expect(
            stage.effects
                == [.changePassword(PasswordChange(current: "old-one", new: "new-one-8"))])
        stage.send(
            .passwordChanged(
                .failure(
                    CommunityFailure(
                        .signedOut, code: "wrong_credentials", "The password is wrong."))))
        #expect(stage.shows("The password is wrong."))
        #expect(stage.state.session != nil, "a wrong password ends no session")
        stage.send(.passwordChanged(.success(PasswordChanged(apiKeys: 0))))
        #expect(stage.state.session == nil)
        #expect(stage.shows("The password is changed"))
    }

    @Test("the disk is measured every fifteen seconds")
    func disk() {
        var stage = Sample.signedIn()
        stage.settle()
        for _ in 0..<16 { stage.pass(milliseconds: 1000) }
        #expect(stage.effects.count { $0 == .measureDisk } == 1)
        #expect(stage.shows("free 182G"))
    }
}
