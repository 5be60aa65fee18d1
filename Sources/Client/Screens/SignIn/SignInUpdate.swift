import API
import Cells
import Domain

extension SignInState {
    mutating func take(_ key: Key) -> Bool {
        let isTaken =
            switch focus {
            case .username: username.take(key)
            case .password: password.take(key)
            case .code: code?.take(key) ?? false
            case .demoAccount, .server, .host, .demo, .enterAddress: false
            }
        if isTaken { failure = nil }
        return isTaken
    }

    mutating func step(_ step: Int) {
        let stops = stops
        guard !stops.isEmpty else { return }
        let index = stops.firstIndex(of: focus) ?? 0
        focus = stops[(index + step + stops.count) % stops.count]
    }

    /// Another community; what was typed for the one before is forgotten.
    mutating func turn(to server: ServerAddress) {
        self.server = server
        username = TextField(remembered.first { $0.address == server }?.username ?? "")
        password = TextField()
        code = nil
        failure = nil
        notice = nil
        focus = username.isEmpty ? .username : .password
    }
}

extension AppState {
    mutating func start() -> [Effect] {
        guard let server = signIn.server else { return [] }
        if let openingSignIn {
            signIn.busy = .signingIn
            return [.signIn(server, openingSignIn)]
        }
        if signIn.demo != nil { return [] }
        signIn.turn(to: server)
        signIn.busy = .resuming
        return [.resumeSession(server)]
    }

    mutating func performSignedOut(_ action: Action) -> [Effect] {
        switch action {
        case .openHelp: return openHelp()
        case .goBack: return cancelSignIn()
        case .nextStop, .moveDown: signIn.step(1)
        case .previousStop, .moveUp: signIn.step(-1)
        case .activate: return activateStop()
        case .forgetServer: return forgetServer()
        default: break
        }
        return []
    }

    private mutating func forgetServer() -> [Effect] {
        guard case .server(let index) = signIn.focus, signIn.otherServers.indices.contains(index)
        else { return [] }
        let server = signIn.otherServers[index].address
        signIn.remembered.removeAll { $0.address == server }
        if !signIn.stops.contains(signIn.focus) { signIn.focus = signIn.stops.last ?? .host }
        return [.forgetServer(server)]
    }

    private mutating func cancelSignIn() -> [Effect] {
        guard signIn.busy != nil else {
            signIn.failure = nil
            return []
        }
        signIn.busy = nil
        return [.cancel(.signIn)]
    }

    private mutating func activateStop() -> [Effect] {
        guard signIn.busy == nil else { return [] }
        signIn.failure = nil
        switch signIn.focus {
        case .username:
            signIn.focus = .password
            return []
        case .password where signIn.code?.isEmpty == true:
            signIn.focus = .code
            return []
        case .password, .code: return submitSignIn()
        case .demoAccount(let index):
            guard signIn.demoAccounts.indices.contains(index) else { return [] }
            let account = signIn.demoAccounts[index]
            signIn.username = TextField(account.username)
            signIn.password = TextField(account.password)
            return submitSignIn()
        case .server(let index):
            guard signIn.otherServers.indices.contains(index) else { return [] }
            let server = signIn.otherServers[index].address
            signIn.turn(to: server)
            signIn.busy = .resuming
            return [.resumeSession(server)]
        case .host:
            signIn.busy = .hosting
            return [.hostCommunity]
        case .demo:
            signIn.busy = .startingDemo
            return [.startDemo]
        case .enterAddress:
            overlays.append(.form(.serverAddress))
            return []
        }
    }

    private mutating func submitSignIn() -> [Effect] {
        guard let server = signIn.server else { return [] }
        let name = signIn.username.text.filter { !$0.isWhitespace }
        guard Username(rawValue: name) != nil else {
            signIn.failure = name.isEmpty ? .typeUsername : .notAUsername
            signIn.focus = .username
            return []
        }
        guard !signIn.password.isEmpty else {
            signIn.failure = .typePassword
            signIn.focus = .password
            return []
        }
        signIn.busy = .signingIn
        return [
            .signIn(
                server,
                SignInRequest(
                    username: name, password: signIn.password.text,
                    code: signIn.code.flatMap { $0.isEmpty ? nil : $0.text }))
        ]
    }

    /// A server typed into the form.
    mutating func serverEntered(_ server: ServerAddress) -> [Effect] {
        signIn.turn(to: server)
        return []
    }

    mutating func signedIn(at server: ServerAddress, _ outcome: Outcome<MeReply>) -> [Effect] {
        guard session == nil, signIn.server == server, signIn.busy == .signingIn else { return [] }
        switch outcome {
        case .success(let me): return begin(Session(server: server, me: me))
        case .failure(let failure):
            signIn.busy = nil
            if ["second_factor_needed", "wrong_code"].contains(failure.code) {
                signIn.code = TextField()
                signIn.focus = .code
                signIn.failure = failure.code == "wrong_code" ? failure.phrase : .typeCode
                return []
            }
            signIn.failure = failure.kind == .signedOut ? .wrongPassword : failure.phrase
            if signIn.demoAccounts.isEmpty { signIn.focus = .password }
            return []
        }
    }

    mutating func sessionResumed(
        at server: ServerAddress, _ outcome: Outcome<MeReply?>
    ) -> [Effect] {
        if session?.server == server { return sessionConfirmed(outcome) }
        guard session == nil, signIn.server == server, signIn.busy == .resuming else { return [] }
        signIn.busy = nil
        switch outcome {
        case .success(let me?): return begin(Session(server: server, me: me))
        case .success(nil): return []
        case .failure(let failure):
            signIn.failure = failure.kind == .signedOut ? .sessionOver : failure.phrase
            return []
        }
    }

    /// Nobody answers yet: one goes on as whoever one was, with what was kept.
    mutating func sessionRecalled(at server: ServerAddress, _ me: MeReply) -> [Effect] {
        guard session == nil, signIn.server == server, signIn.busy == .resuming else { return [] }
        return begin(Session(server: server, me: me))
    }

    /// The community's word on a session that goes on already.
    private mutating func sessionConfirmed(_ outcome: Outcome<MeReply?>) -> [Effect] {
        switch outcome {
        case .success(let me?): meFetched(.success(me))
        case .success(nil): endSession(.sessionOver)
        // That nobody answers is told by the connection.
        case .failure(let failure): bear(failure)
        }
    }

    mutating func communityHosted(_ outcome: Outcome<HostedCommunity>) -> [Effect] {
        guard session == nil, signIn.busy == .hosting else { return [] }
        signIn.busy = nil
        switch outcome {
        case .failure(let failure): signIn.failure = failure.phrase
        case .success(let hosted):
            signIn.hosted = hosted
            signIn.turn(to: hosted.server)
            signIn.username = TextField(hosted.username)
            signIn.password = TextField(hosted.password ?? "")
            signIn.focus = .password
            if let password = hosted.password {
                overlays.append(.notice(.firstPassword(password, of: hosted)))
            }
        }
        return []
    }

    mutating func demoStarted(_ outcome: Outcome<DemoCommunity>) -> [Effect] {
        guard session == nil, signIn.busy == .startingDemo else { return [] }
        signIn.busy = nil
        switch outcome {
        case .failure(let failure): signIn.failure = failure.phrase
        case .success(let demo):
            signIn.demo = demo
            signIn.server = demo.server
            signIn.focus = signIn.firstStop
        }
        return []
    }
}
