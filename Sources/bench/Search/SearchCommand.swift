import ArgumentParser
import Foundation

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Searches in a catalog of a million items.",
        discussion: """
            Builds a community, starts the enxamed beside this program on it, and times searches \
            through the API while items are published. Exits with 1 when a bar is missed.
            """)

    @Option(help: "How many items: 1000000, or 200000 on MySQL and MariaDB.")
    var items: Int?

    @Option(help: "An empty mysql:// database, or one filled by this program before.")
    var database: String?

    @Flag(name: .customLong("mariadb"), help: "On a MariaDB that is started for it.")
    var usesMariaDB = false

    @Option(help: "Keep the community in this folder, and use it again the next time.")
    var keep: String?

    @Option(help: "How many different searches of each kind.")
    var rounds = 300

    @Flag(help: "Beside it, the same searches in SQLite's own shell.")
    var raw = false

    @Option(help: "What the catalog and the searches are made from.")
    var seed: UInt64 = 1

    @Flag(help: "The report as JSON.")
    var json = false

    func validate() throws {
        guard items ?? 1 > 0, rounds > 0 else {
            throw ValidationError("--items and --rounds are at least 1.")
        }
        guard database == nil || !usesMariaDB else {
            throw ValidationError("--mariadb starts a database; --database names one.")
        }
        guard !raw || database == nil && !usesMariaDB else {
            throw ValidationError("--raw is about SQLite's shell.")
        }
        guard !usesMariaDB || keep == nil else {
            throw ValidationError("What --mariadb starts is not kept.")
        }
    }

    func run() async throws {
        do {
            let report = try await report(until: Interruption.shared.latch)
            Output.line(json ? try Self.json(report) : SearchTable(report: report).text)
            if report.missedBars > 0 { throw ExitCode(1) }
        } catch let code as ExitCode {
            throw code
        } catch BenchError.interrupted {
            throw ExitCode(130)
        } catch {
            Output.error("bench: \(error)\n")
            throw ExitCode(69)
        }
    }

    private func report(until interruption: Latch) async throws -> SearchReport {
        let folder = try BenchFolder(keep: keep)
        defer { folder.remove() }
        @Sendable func run(_ url: String?) async throws -> SearchReport {
            let database = try Database(url: url, folder: folder.path)
            return try await SearchRun(
                database: database, folder: folder.path,
                items: items ?? (database.isSQLite ? 1_000_000 : 200_000), rounds: rounds,
                seed: seed, isRaw: raw, interruption: interruption
            ).run()
        }
        guard usesMariaDB else { return try await run(database) }
        return try await MariaDBProcess(folder: folder.path, interruption: interruption).run(run)
    }

    private static func json(_ report: SearchReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}
