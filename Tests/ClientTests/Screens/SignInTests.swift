import API
import Cells
import Client
import Domain
import Testing

@Suite struct SignInTests {
    @Test("a known community is asked for the session kept from last time")
    func resume() {
        var stage = Stage(Sample.blank())
        stage.send(.started)
        #expect(stage.effects.contains(.resumeSession(Sample.server)))
        stage.send(
            .sessionResumed(Sample.server, .success(Sample.me("maria", BuiltInRoles.member))))
        #expect(stage.state.session?.me.username == "maria")
        #expect(stage.effects.contains(.startEvents))
        #expect(stage.effects.contains(.startTransfers))
        #expect(stage.effects.contains(.rememberServer(Sample.server, username: "maria")))
    }

    @Test("a name and a password sign in, and the password is never on the screen")
    func credentials() {
        var stage = Stage(Sample.blank())
        stage.send(.started, .sessionResumed(Sample.server, .success(nil)))
        stage.type("Maria")
        stage.press(.enter)
        stage.type("segredo1")
        #expect(!stage.shows("segredo1"))
        #expect(stage.shows("••••••••"))
        stage.settle()
        stage.press(.enter)
        let request = SignInRequest(username: "Maria", password: "segredo1")
        #expect(stage.effects == [.signIn(Sample.server, request)])
        #expect(stage.shows("Signing in…"))
    }

    @Test("what is missing or wrong is said under the fields, where the keys then are")
    func mistakes() {
        var stage = Stage(Sample.blank())
        stage.send(.started, .sessionResumed(Sample.server, .success(nil)))
        stage.press(.down, .enter)
        #expect(stage.shows("Type your username."))
        #expect(stage.state.signIn.focus == .username)
        stage.type("ma ria!")
        stage.press(.enter, .enter)
        #expect(stage.shows("2 to 32 letters"))
        #expect(!stage.effects.contains { if case .signIn = $0 { true } else { false } })
    }

    @Test("a refusal is a sentence, and one may try again")
    func refused() {
        var stage = Stage(Sample.blank())
        stage.send(.started, .sessionResumed(Sample.server, .success(nil)))
        stage.type("maria")
        stage.press(.enter)
        stage.type("12345678")
        stage.press(.enter)
        stage.send(
            .signedIn(
                Sample.server,
                .failure(CommunityFailure(.unreachable, "localhost cannot be reached."))))
        #expect(stage.shows("localhost cannot be reached."))
        #expect(stage.state.signIn.busy == nil)
        stage.settle()
        stage.press(.enter)
        #expect(stage.effects.count == 1)
    }

    @Test("an answer that nobody waits for any more signs nobody in")
    func lateAnswer() {
        var stage = Stage(Sample.blank())
        stage.send(.started)
        stage.press(.escape)
        #expect(stage.effects.contains(.cancel(.signIn)))
        stage.send(
            .sessionResumed(Sample.server, .success(Sample.me("maria", BuiltInRoles.member))))
        #expect(stage.state.session == nil)
    }

    @Test(
        "what is pressed while a sign-in is under way is dropped, but for cancelling and quitting")
    func waiting() {
        var stage = Stage(Sample.blank())
        stage.send(.started)
        stage.settle()
        stage.type("maria?jk")
        stage.press(.enter, .tab, .down, .delete, .paste("segredo1"), .function(1))
        #expect(stage.effects.isEmpty && stage.state.overlays.isEmpty)
        #expect(stage.state.signIn.username.isEmpty && stage.state.signIn.password.isEmpty)
        stage.press(.character("Q"))
        #expect(stage.effects == [.quit])
    }

    @Test("a demo account signs in with one key")
    func demo() {
        let demo = DemoCommunity(
            server: Sample.server,
            accounts: [
                .init(username: "root", password: "r", roleName: "SuperAdmin"),
                .init(username: "ana", password: "a", roleName: "Admin"),
            ])
        var stage = Stage(Sample.blank(server: nil, demo: demo))
        stage.send(.started)
        stage.settle()
        stage.press(.down, .enter)
        #expect(
            stage.effects
                == [.signIn(Sample.server, SignInRequest(username: "ana", password: "a"))])
        stage.send(.signedIn(Sample.server, .success(Sample.me("ana", BuiltInRoles.admin))))
        #expect(stage.state.session?.me.username == "ana")
        // The demo goes with the program: it is nothing to remember.
        #expect(!stage.effects.contains { if case .rememberServer = $0 { true } else { false } })
    }

    @Test("a code is asked for once the community wants one, and goes with the password")
    func secondFactor() {
        var stage = Stage(Sample.blank())
        stage.type("maria")
        stage.press(.enter)
        stage.type("a senha certa")
        stage.press(.enter)
        #expect(!stage.shows("Code"))
        let needed = CommunityFailure(.signedOut, code: "second_factor_needed", "Give a code.")
        stage.send(.signedIn(Sample.server, .failure(needed)))
        #expect(stage.shows("Code") && stage.shows("This account asks for a code"))
        stage.type("123456")
        stage.press(.enter)
        let request = SignInRequest(
            username: "maria", password: "a senha certa", code: "123456")
        #expect(stage.effects.contains(.signIn(Sample.server, request)))
        let wrong = CommunityFailure(.signedOut, code: "wrong_code", "The code is wrong.")
        stage.send(.signedIn(Sample.server, .failure(wrong)))
        #expect(stage.shows("The code is wrong.") && !stage.shows("123456"))
        #expect(stage.state.signIn.focus == .code)
    }

    @Test("accounts are listed in demo mode only")
    func noAccounts() {
        let stage = Stage(Sample.blank())
        #expect(!stage.shows("Demo accounts"))
    }

    @Test("the demo signs in by itself when it was told as whom")
    func opening() {
        let request = SignInRequest(username: "root", password: "r")
        var stage = Stage(Sample.blank(signInAs: request))
        stage.send(.started)
        #expect(stage.effects.contains(.signIn(Sample.server, request)))
    }

    @Test("hosting shows the first password once, and has it typed already")
    func hosting() {
        var stage = Stage(Sample.blank(server: nil))
        stage.press(.enter)
        #expect(stage.effects.contains(.hostCommunity))
        stage.send(
            .communityHosted(
                .success(
                    HostedCommunity(
                        server: Sample.server, dataFolder: "/data", username: "admin",
                        password: "only-once"))))
        #expect(stage.shows("only-once"))
        stage.press(.enter)
        #expect(!stage.shows("only-once"))
        stage.settle()
        stage.press(.enter)
        #expect(
            stage.effects
                == [.signIn(Sample.server, SignInRequest(username: "admin", password: "only-once"))]
        )
    }

    @Test("an address is read as it is typed, and what is none is refused")
    func address() {
        var stage = Stage(Sample.blank(server: nil))
        stage.press(.down, .down, .enter)
        stage.type("ftp://nowhere")
        stage.press(.enter)
        #expect(stage.shows("That is no address"))
        stage.press(.control("u"))
        stage.type("localhost:9000")
        stage.press(.enter)
        #expect(stage.state.signIn.server?.url == "http://localhost:9000")
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("a letter is typed in a field, and is a key anywhere else")
    func letters() {
        var stage = Stage(Sample.blank())
        stage.send(.started, .sessionResumed(Sample.server, .success(nil)))
        stage.settle()
        stage.press("Q")
        #expect(stage.state.signIn.username.text == "Q" && stage.effects.isEmpty)
        stage.press(.up)
        stage.press("Q")
        #expect(stage.effects == [.quit])
    }

    @Test("a remembered community can be forgotten")
    func forgetting() {
        let other = Sample.address("enxame.example")
        var stage = Stage(Sample.blank(remembered: [RememberedServer(address: other)]))
        stage.press(.down, .down, .delete)
        #expect(stage.effects.contains(.forgetServer(other)))
        #expect(!stage.shows("enxame.example"))
    }

    @Test(
        "addresses without a scheme are https, but for this machine",
        arguments: [
            ("localhost:8000", "http://localhost:8000"), ("127.0.0.1", "http://127.0.0.1"),
            ("[::1]:80", "http://[::1]:80"), ("enxame.example/", "https://enxame.example"),
            (" http://10.0.0.2:81 ", "http://10.0.0.2:81"),
        ])
    func addresses(typed: String, url: String) {
        #expect(ServerAddress(typed)?.url == url)
    }

    @Test("what is no address is none", arguments: ["", "::", "a:b", "a:70000", "a b?c", "x://y"])
    func noAddresses(typed: String) {
        #expect(ServerAddress(typed) == nil)
    }
}
