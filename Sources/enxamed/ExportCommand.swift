import ArgumentParser
import Domain
import Foundation
import Store

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the whole site to a file, to move it elsewhere.",
        discussion: """
            May run beside the server: the file has the site as it was at one moment. It holds \
            password hashes and passkeys, so it is made for your eyes only. `enxamed import` puts \
            it into an empty database of any kind.
            """)

    @OptionGroup var flags: SettingFlags

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @Argument(help: "The file to make; - is the standard output.")
    var file = "-"

    func run() async throws {
        try await reportingMove {
            let settings = try flags.settings()
            if file == "-", isatty(STDOUT_FILENO) == 1 { throw FileFault.isTerminal }
            let target = file == "-" ? nil : try NewFile(path: file, replacing: force)
            do {
                let summary = try await export(settings, to: target)
                try target?.finish()
                Output.error("Exported \(summary.rows) rows. Content \(summary.content)")
            } catch {
                target?.discard()
                throw error
            }
        }
    }

    private func export(_ settings: ServerSettings, to target: NewFile?) async throws
        -> SiteSummary
    {
        let store = try await OpenedSite.openExisting(settings)
        let bar = ProgressBar()
        do {
            let summary = try await store.export(
                madeAt: Timestamp(seconds: Int64(Date().timeIntervalSince1970)),
                progress: { bar.show($0) },
                to: { bytes in
                    if let target {
                        try target.write(bytes)
                    } else {
                        try FileWriting.write(
                            bytes, to: STDOUT_FILENO, named: "the standard output")
                    }
                })
            bar.end()
            try await store.close()
            return summary
        } catch {
            bar.end()
            try? await store.close()
            throw error
        }
    }
}
