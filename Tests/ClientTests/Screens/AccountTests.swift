import API
import Cells
import Client
import Domain
import Testing

@Suite struct AccountTests {
    @Test("the account opens by its key and by its name, and asks for all it shows")
    func opening() {
        var stage = Sample.catalog()
        stage.settle()
        stage.press("A")
        #expect(stage.effects == [.fetchMe, .account(.sessions), .account(.keys)])
        #expect(stage.shows("Your account") && stage.shows("[Gerente]"))
        stage.press("q")
        #expect(stage.state.overlays.isEmpty)
        stage.press(":")
        stage.type("your account")
        stage.press(.enter)
        #expect(stage.state.overlays == [.account])
    }

    @Test("what one may is said in words")
    func permissions() {
        let stage = Sample.account(as: BuiltInRoles.member)
        #expect(stage.shows("Search and open the catalog, and download from it"))
        #expect(stage.shows("Publish to the catalog; staff approves it first"))
        #expect(!stage.shows("Ban members"))
    }

    @Test("the announce URL is hidden until it is asked for, and copied without being shown")
    func announceURL() {
        var stage = Sample.account()
        let passkey = "0123456789abcdef0123456789abcdef"
        #expect(!stage.shows(passkey))
        stage.settle()
        stage.press("y")
        #expect(stage.effects == [.copy(Sample.announceURL)])
        #expect(!stage.shows(passkey) && stage.shows("sent to the terminal's clipboard"))
        stage.press("u")
        #expect(stage.shows(Sample.announceURL))
        stage.press("u")
        #expect(!stage.shows(passkey))
        stage.press("u")
        stage.press(.escape)
        stage.press("A")
        #expect(!stage.shows(passkey), "it is hidden each time the account opens")
        stage.resize(60, 20)
        stage.press("u")
        #expect(stage.screen.contains("passkey=") && stage.screen.contains("89abcdef"))
    }

    @Test("a new passkey is asked about first, and then told")
    func passkey() {
        var stage = Sample.account()
        stage.settle()
        stage.press("r")
        #expect(stage.shows("Replace the passkey?") && stage.effects.isEmpty)
        stage.press("n")
        #expect(stage.effects.isEmpty)
        stage.press("r")
        stage.press("y")
        #expect(stage.effects == [.account(.resetPasskey)])
        let me = MeReply(
            id: UserID(1), username: "maria", role: Sample.reference(BuiltInRoles.gerente),
            permissions: [.catalogRead], stats: Sample.stats(up: 1, down: 1),
            announceURL: "http://localhost:6969/announce?passkey=new")
        stage.send(.accountAnswered(.passkeyReset(.success(me))))
        #expect(stage.shows("The passkey is new"))
        // What is under way goes on, here and where the news comes as an event.
        #expect(stage.effects.last == .announceTo(me.announceURL))
        stage.settle()
        stage.send(.meFetched(.success(me)))
        #expect(stage.effects.isEmpty)
        #expect(stage.state.session?.me.announceURL.hasSuffix("=new") == true)
    }

    // MARK: the password

    private func changing() -> Stage {
        var stage = Sample.account()
        stage.press("p")
        stage.type("old-one-8")
        for _ in 0..<2 {
            stage.press(.tab)
            stage.type("new-one-8")
        }
        stage.settle()
        stage.press(.enter)
        return stage
    }

    @Test("a new password says how many keys ended with the old one, and keeps the server")
    func password() {
        var stage = changing()
        #expect(stage.effects.count == 1)
        stage.send(.passwordChanged(.success(PasswordChanged(apiKeys: 2))))
        #expect(stage.state.session == nil && stage.state.overlays.isEmpty)
        #expect(stage.shows("sign in with the new one. 2 keys for"))
        #expect(stage.shows("scripts ended with the old one."))
        #expect(stage.state.signIn.server == Sample.server)
        #expect(stage.shows("localhost:8000") && stage.state.signIn.username.text == "maria")
        stage.type("new-one-8")
        stage.settle()
        stage.press(.enter)
        #expect(
            stage.effects == [
                .signIn(
                    Sample.server, SignInRequest(username: "maria", password: "new-one-8"))
            ])
    }

    @Test("the end of the session that comes before the answer to the password waits for it")
    func passwordRace() {
        var stage = changing()
        stage.send(
            .communityHappened(
                CommunityEvent(kind: .sessionEnded, reason: "The password was changed.")),
            .eventsEnded(CommunityFailure(.signedOut, "over")))
        #expect(!stage.effects.contains(.cancelAll), "that would cancel the answer too")
        stage.send(.passwordChanged(.success(PasswordChanged(apiKeys: 1))))
        #expect(stage.shows("sign in with the new one. 1 key for"))

        // And where the answer is lost, the end is told all the same.
        stage = changing()
        stage.send(
            .communityHappened(
                CommunityEvent(kind: .sessionEnded, reason: "The password was changed.")),
            .passwordChanged(.failure(CommunityFailure(.unreachable, "nobody answers"))))
        #expect(stage.state.session == nil)
        #expect(stage.shows("Your session was ended: The password was changed."))
    }

    @Test("a wrong password keeps the session, and a later end is the usual one")
    func wrongPassword() {
        var stage = changing()
        stage.send(
            .passwordChanged(
                .failure(
                    CommunityFailure(
                        .signedOut, code: "wrong_credentials", "The password is wrong."))))
        #expect(stage.shows("The password is wrong.") && stage.state.session != nil)
        stage.send(.communityHappened(CommunityEvent(kind: .sessionEnded, reason: "Enough.")))
        #expect(stage.shows("Your session was ended: Enough."))
        #expect(stage.state.signIn.server == Sample.server)
    }

    // MARK: sessions

    @Test("a session is ended after a question, and this one only by signing out")
    func endingSession() {
        var stage = Sample.account()
        stage.press(.tab)
        stage.settle()
        stage.press("d")
        #expect(stage.shows("That is the session you are in") && stage.effects.isEmpty)
        stage.press(.down)
        stage.press("d")
        #expect(stage.shows("End this session?") && stage.shows("2001:db8::51:9"))
        stage.press("y")
        #expect(stage.effects == [.account(.endSession(SessionID(9)))])
        stage.send(.accountAnswered(.sessionEnded(SessionID(9), .success(Nothing()))))
        #expect(!stage.shows("2001:db8::51:9") && stage.shows("The session is ended."))
        stage.send(
            .accountAnswered(
                .sessionEnded(SessionID(3), .failure(CommunityFailure(.missing, "no such")))))
        #expect(stage.state.account.sessions.items.map(\.id) == [SessionID(12)])
    }

    @Test("all other sessions end at once, from the palette too")
    func endingOthers() {
        var stage = Sample.catalog()
        stage.press(":")
        stage.type("other sessions")
        stage.press(.enter)
        #expect(stage.shows("End all other sessions?"))
        stage.settle()
        stage.press("y")
        #expect(stage.effects == [.account(.endOtherSessions)])
        stage.send(
            .accountAnswered(.otherSessionsEnded(.success(EndedSessions(ended: 2)))))
        #expect(stage.status.contains("2 other sessions are ended."))
        #expect(stage.effects.last == .account(.sessions))
    }

    // MARK: keys for scripts

    private func newKey() -> Stage {
        var stage = Sample.account()
        stage.press(.tab, .tab)
        stage.press("n")
        return stage
    }

    @Test("a key is made with what was chosen, and shown once")
    func newAPIKey() {
        var stage = newKey()
        stage.settle()
        stage.press(.enter)
        #expect(stage.shows("A key needs a name"))
        stage.type("jq")
        stage.press(.enter)
        #expect(stage.shows("Choose with Space what it may.") && stage.effects.isEmpty)
        // The keys are on the first permission now: back to the expiry, and one shorter.
        stage.press(.up, .left, .down, .character(" "))
        stage.press(.enter)
        let first = stage.state.session?.me.permissions.min()
        let wanted = NewAPIKey(
            name: "jq", permissions: [first ?? .statsRead],
            expiresAt: Sample.now.timestamp.adding(seconds: 30 * 86_400))
        #expect(stage.effects == [.account(.createKey(wanted))])
        stage.send(
            .accountAnswered(
                .keyCreated(
                    .success(
                        APIKeyBody(
                            id: APIKeyID(4), name: "jq", permissions: [.catalogRead],
                            createdAt: Sample.now.timestamp, expiresAt: nil, lastUsedAt: nil,
                            key: "enx_q83vEjRWeJCrze8S")))))
        #expect(stage.shows("enx_q83vEjRWeJCrze8S") && stage.shows("shown this once"))
        stage.press(.escape)
        #expect(stage.shows("enx_q83vEjRWeJCrze8S"), "it does not go by reflex")
        stage.settle()
        stage.press("y")
        #expect(stage.effects == [.copy("enx_q83vEjRWeJCrze8S")])
        stage.press(.enter)
        #expect(!stage.shows("enx_q83v") && stage.state.overlays == [.account])
    }

    @Test("a refused key says why in its form")
    func refusedKey() {
        var stage = newKey()
        stage.type("jq")
        stage.press(.tab, .tab, .character(" "), .enter)
        stage.send(
            .accountAnswered(
                .keyCreated(
                    .failure(
                        CommunityFailure(
                            .refused, code: "too_many_keys", "You have 20 keys.")))))
        #expect(stage.shows("You have 20 keys."))
    }

    @Test("a key is deleted after a question that names it")
    func deletingKey() {
        var stage = Sample.account()
        stage.press(.backtab)
        stage.settle()
        stage.press(.down)
        stage.press("d")
        #expect(stage.shows("Delete this key?") && stage.shows("ratio to the wall"))
        stage.press("y")
        #expect(stage.effects == [.account(.deleteKey(APIKeyID(2)))])
        stage.send(.accountAnswered(.keyDeleted(APIKeyID(2), .success(Nothing()))))
        #expect(!stage.shows("ratio to the wall"))
    }

    // MARK: the second factor

    @Test("the second factor goes on: password, secret, first code, recovery codes")
    func secondFactorOn() {
        var stage = Sample.account()
        stage.press("f")
        stage.type("a senha")
        #expect(!stage.shows("a senha"))
        stage.settle()
        stage.press(.enter)
        #expect(
            stage.effects
                == [.account(.beginSecondFactor(SecondFactorRequest(password: "a senha")))])
        let uri = "otpauth://totp/Enxame:maria?secret=GEZDGNBVGY3TQOJQ&issuer=Enxame"
        stage.send(
            .accountAnswered(
                .secondFactorBegun(
                    .success(SecondFactorSecret(secret: "GEZDGNBVGY3TQOJQ", otpauthUri: uri)))))
        #expect(stage.shows("GEZD GNBV GY3T QOJQ") && stage.shows(uri))
        stage.press(.enter)
        #expect(stage.shows("Secret: GEZD GNBV GY3T QOJQ"), "for whoever still types it")
        stage.type("123 456")
        stage.settle()
        stage.press(.enter)
        #expect(
            stage.effects == [.account(.confirmSecondFactor(SecondFactorCode(code: "123456")))])
        let wrong = CommunityFailure(.signedOut, code: "wrong_code", "The code is wrong.")
        stage.send(.accountAnswered(.secondFactorConfirmed(.failure(wrong))))
        #expect(stage.shows("The code is wrong.") && stage.state.session != nil)
        stage.press(.enter)
        let codes = RecoveryCodes(recoveryCodes: ["k3vt-9mqa-x2fd-7hne", "aaaa-bbbb-cccc-dddd"])
        stage.send(.accountAnswered(.secondFactorConfirmed(.success(codes))))
        #expect(stage.shows("k3vt-9mqa-x2fd-7hne") && stage.shows("Write these down now"))
        #expect(stage.effects.last == .fetchMe)
        stage.press(.enter)
        #expect(stage.shows("The second factor is on."))
        #expect(!stage.shows("k3vt"))
    }

    @Test("it goes off with the password and a code, and an empty code is never sent")
    func secondFactorOff() {
        var stage = Sample.account(secondFactor: true)
        #expect(stage.shows("signing in asks for a code too"))
        stage.press("f")
        stage.type("a senha")
        stage.settle()
        stage.press(.enter)
        #expect(stage.shows("Type the code.") && stage.effects.isEmpty)
        stage.type("k3vt-9mqa-x2fd-7hne")
        stage.press(.enter)
        let removal = SecondFactorRemoval(password: "a senha", code: "k3vt-9mqa-x2fd-7hne")
        #expect(stage.effects == [.account(.removeSecondFactor(removal))])
        stage.send(.accountAnswered(.secondFactorRemoved(.success(Nothing()))))
        #expect(stage.shows("The second factor is off."))
    }

    @Test("a request for a code ends no session")
    func codeNeeded() {
        let needed = CommunityFailure(.signedOut, code: "second_factor_needed", "Give a code.")
        #expect(!needed.endsSession)
    }

    @Test("what is shown once can be read to its end on the smallest screen")
    func smallest() {
        var stage = Sample.account(width: 40, height: 10)
        let codes = (0..<10).map { "code-number-\($0)" }
        stage.send(
            .accountAnswered(
                .secondFactorConfirmed(.success(RecoveryCodes(recoveryCodes: codes)))))
        var seen: Set<String> = []
        for _ in 0..<40 {
            for code in codes where stage.shows(code) { seen.insert(code) }
            stage.press(.down)
        }
        #expect(seen == Set(codes))
    }

    @Test("help over the account is the account's own")
    func help() {
        var stage = Sample.account()
        stage.press("?")
        #expect(stage.shows("Replace the passkey") && !stage.shows("Download this entry"))
    }

    @Test("what the account knew leaves with the session")
    func forgetting() {
        var stage = Sample.account()
        stage.press("u")
        stage.send(.communityHappened(CommunityEvent(kind: .sessionEnded)))
        #expect(stage.state.account == AccountState())
    }
}
