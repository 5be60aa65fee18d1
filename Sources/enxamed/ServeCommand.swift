import ArgumentParser
import Foundation
import Logging
import Server
import Store
import UnixSignals

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the API and the tracker (the default).")

    @OptionGroup var flags: SettingFlags

    /// For programs that start a server of their own: it ends with them, whatever ends them.
    @Flag(help: .hidden)
    var untilInputEnds = false

    func run() async throws {
        try await reporting {
            Allocator.holdLittle()
            var settings = try flags.settings()
            let files = OpenFiles.raiseLimit()
            let isShort = settings.listen.limits.fit(openFiles: files)
            try await settings.listen.tryOut()
            let logger = Self.logger(settings.logLevel)
            if isShort {
                logger.warning(
                    """
                    at most \(settings.listen.limits.connections) connections to each listener: \
                    the system allows \(files) open files (ulimit -n, LimitNOFILE)
                    """)
            }
            let server = try await BuiltServer.build(settings, logger: logger)
            if let password = server.firstPassword {
                Output.error("The first SuperAdmin is admin, with the password \(password)")
                Output.error("It is shown this once: keep it, or change it after signing in.")
            }
            if untilInputEnds { InputEnd.raiseTermination() }
            let listen = server.listen
            let renewing = Self.renewing(listen.identity, logger)
            defer { renewing?.cancel() }
            try await server.applications.run(signals: [.sigterm, .sigint]) { ports in
                Output.line(
                    "enxamed is ready: \(listen.scheme)://\(listen.api.authority(port: ports.apiPort)) "
                        + "tracker \(listen.scheme)://\(listen.tracker.authority(port: ports.trackerPort))"
                )
            }
            try await server.close()
        }
    }

    /// A certificate is renewed every few weeks; whoever does it sends SIGHUP then.
    private static func renewing(_ identity: TLSIdentity?, _ logger: Logger) -> Task<Void, Never>? {
        guard let identity else { return nil }
        return Task {
            for await _ in await UnixSignalsSequence(trapping: .sighup) {
                do throws(TLSFault) {
                    try identity.reload()
                    logger.notice("the certificate was read again")
                } catch {
                    logger.error("the certificate stays as it was: \(error)")
                }
            }
        }
    }

    private static func logger(_ level: Logger.Level) -> Logger {
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        return Logger(label: "enxamed")
    }
}

/// Turns what can go wrong at the start into one clear line and an exit code of sysexits.h.
func reporting(_ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let error as SettingError {
        Output.error("enxamed: \(error)")
        throw ExitCode(78)
    } catch let error as SQLFault {
        Output.error("enxamed: \(error)")
        throw ExitCode(74)
    } catch let error as ServerError {
        Output.error("enxamed: \(error)")
        throw ExitCode(69)
    }
}

/// Lines for people and for whoever started the server, written at once: `print` would hold them
/// back when the output is no terminal. The server goes on where nobody takes them.
enum Output {
    static func line(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }

    static func error(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
