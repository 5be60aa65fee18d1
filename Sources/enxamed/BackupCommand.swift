import ArgumentParser
import Foundation
import Store

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the SQLite database of a running site.",
        discussion: """
            The copy is the database of one moment, proved sound before it gets its name. To go \
            back to it, stop the server and put it in the place of enxame.sqlite.
            """)

    @OptionGroup var flags: SettingFlags

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @Argument(help: "The file to make.")
    var file: String

    func run() async throws {
        try await reportingMove {
            let settings = try flags.settings()
            guard case .sqlite(let path) = settings.database else {
                Output.error(
                    "enxamed: backup is for SQLite: copy this site with mariadb-dump "
                        + "--single-transaction (or mysqldump), or with enxamed export")
                throw ExitCode(64)
            }
            guard FileManager.default.fileExists(atPath: path) else {
                throw SettingError.dataFolder(
                    path: settings.dataFolder, "there is no database in it")
            }
            let target = try NewFile(path: file, replacing: force)
            let bar = ProgressBar()
            do {
                try await SQLiteBackup.copy(from: path, to: target.partial) { bar.show($0) }
                bar.end()
                try target.finish()
            } catch {
                bar.end()
                target.discard()
                // Of the two disks it is the copy's: the site's is only read.
                throw error as? SQLFault == .full ? FileFault.cannotWrite(file, ENOSPC) : error
            }
            Output.error("Copied \(path) to \(file)")
        }
    }
}
