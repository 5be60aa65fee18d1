import API
import APIClient
import ArgumentParser
import Foundation
import Torrents

/// The demo's community without its screen: a server, accounts, files and a seeder. It ends, and
/// clears everything away, when its standard input ends: that is, with the program that started it.
struct DemoCommunityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo-community", abstract: "The demo's community, without a screen.",
        shouldDisplay: false)

    func run() async throws {
        let parent = InputEnd()
        do {
            DemoFolder.sweep()
            let folder = try DemoFolder()
            defer { folder.remove() }
            try await serve(in: folder.path, until: parent)
        } catch {
            Self.tell(.failed(Self.sentence(error)))
            throw ExitCode.failure
        }
    }

    private func serve(in folder: String, until parent: InputEnd) async throws {
        Self.tell(.preparing("Starting a server…"))
        let settings = ServerProcess.Settings(
            dataFolder: folder + "/server", listen: "127.0.0.1:0", trackerListen: "127.0.0.1:0",
            adminPassword: DemoAccounts.founderPassword)
        try await ServerProcess.run(settings) { server in
            let founding = try await DemoFounding(server: server, folder: folder)
            try await founding.found { Self.tell(.preparing($0)) }
            Self.tell(
                .ready(
                    DemoPlace(
                        server: server.url, folder: folder, accounts: DemoAccounts.listed)))
            await parent.wait()
            await founding.session.shutdown()
        }
    }

    /// Where nobody listens any more, standard input has ended too.
    private static func tell(_ news: DemoNews) { try? Console.line(news.line) }

    private static func sentence(_ error: any Error) -> String {
        (error as? CommandFailure)?.sentence ?? "\(error)"
    }
}

/// The end of standard input, which comes when the parent closes it or is no more.
final class InputEnd: Sendable {
    private let end: AsyncStream<Void>

    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        end = stream
        let thread = Thread {
            var byte: UInt8 = 0
            while true {
                let count = read(STDIN_FILENO, &byte, 1)
                if count == 0 || (count < 0 && errno != EINTR) { break }
            }
            continuation.finish()
        }
        thread.start()
    }

    func wait() async { for await _ in end {} }
}
