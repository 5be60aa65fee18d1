import API
import ArgumentParser
import Client
import Foundation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Try everything: a complete community on this machine that leaves no trace.")

    @Flag(help: "Do not sign in: choose an account on the sign-in screen.")
    var signedOut = false

    @Flag(help: "Write lines instead of a screen: for screen readers and simple terminals.")
    var plain = false

    func run() async throws {
        try await reporting {
            if !plain { try ScreenSession.checkTerminal() }
            let (signedOut, plain) = (signedOut, plain)
            try await DemoHost.run(preparing: { Console.passing($0) }) { place in
                Console.passing("")
                let folders = ClientFolders(root: place.folder)
                let demo = try DemoCommunity(place)
                try await ScreenSession.run(
                    ScreenSession.Start(
                        folders: folders, server: demo.server, demo: demo,
                        signInAs: signedOut
                            ? nil
                            : SignInRequest(
                                username: DemoAccounts.founder,
                                password: DemoAccounts.founderPassword),
                        listenPeers: "127.0.0.1:0", minAnnounceInterval: 5, isPlain: plain))
            }
        }
    }
}

/// The demo's community as a child of this program.
enum DemoHost {
    /// Runs `body` while the community lives; everything of it is gone when this returns.
    static func run<T: Sendable>(
        preparing: @Sendable (String) -> Void,
        _ body: @Sendable (DemoPlace) async throws -> T
    ) async throws -> T {
        let child = ChildProcess(
            executable: Programs.this, arguments: ["demo-community"], environment: [:],
            log: "/dev/null")
        return try await child.run { lines in
            for await line in lines {
                switch DemoNews(line: line) {
                case .preparing(let text)?: preparing(text)
                case .ready(let place)?: return try await body(place)
                case .failed(let sentence)?: throw CommandFailure(.failure, sentence)
                case nil: continue
                }
            }
            throw CommandFailure(.failure, "the demo's community did not start")
        }
    }
}

extension DemoCommunity {
    init(_ place: DemoPlace) throws {
        guard let server = ServerAddress(place.server) else {
            throw CommandFailure(.failure, "the demo's server has no usable address")
        }
        self.init(
            server: server,
            accounts: place.accounts.map {
                Account(username: $0.username, password: $0.password, roleName: $0.role)
            })
    }
}
