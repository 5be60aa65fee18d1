import API
import APIClient
import Foundation

/// An `enxamed` that runs for as long as somebody here needs it.
enum ServerProcess {
    struct Settings: Sendable {
        var dataFolder: String
        var listen: String
        var trackerListen: String
        /// For the first start.
        var adminPassword: String?
    }

    /// Runs `body` while the server is up.
    static func run<T: Sendable>(
        _ settings: Settings, _ body: @Sendable (ServerAddress) async throws -> T
    ) async throws -> T {
        try FileManager.default.createDirectory(
            atPath: settings.dataFolder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let log = settings.dataFolder + "/enxamed.log"
        var environment = [
            "ENXAME_DATA_DIR": settings.dataFolder, "ENXAME_LISTEN": settings.listen,
            "ENXAME_TRACKER_LISTEN": settings.trackerListen,
            // What stands in the surroundings is meant for another server.
            "ENXAME_DATABASE_URL": "", "ENXAME_TRACKER_URL": "",
        ]
        environment["ENXAME_ADMIN_PASSWORD"] = settings.adminPassword ?? ""
        let child = ChildProcess(
            executable: try Programs.server(), arguments: ["serve", "--until-input-ends"],
            environment: environment, log: log)
        return try await child.run { lines in
            for await line in lines {
                guard line.hasPrefix("enxamed is ready: ") else { continue }
                let url = line.dropFirst("enxamed is ready: ".count).prefix { $0 != " " }
                guard let address = ServerAddress(String(url)) else { break }
                return try await body(address)
            }
            throw CommandFailure(.serverUnavailable, lastLine(of: log))
        }
    }

    /// What the server said last before it ended.
    private static func lastLine(of log: String) -> String {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        let line = text.split(whereSeparator: \.isNewline).last.map(String.init)
        return line ?? "enxamed did not start; see \(log)"
    }
}
