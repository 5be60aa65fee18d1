import ArgumentParser
import Foundation
import Store

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Move an exported site into an empty database.",
        discussion: """
            The whole file is checked before the first row is written. What comes through a pipe \
            can be read once only: there each block is checked as it comes. Until everything is \
            there no server starts on the database. The server must not be running.
            """)

    @OptionGroup var flags: SettingFlags

    @Argument(help: "The file that `enxamed export` made; - is the standard input.")
    var file: String

    func run() async throws {
        try await reportingMove {
            let settings = try flags.settings()
            let file = try OldFile(path: file)
            let bar = ProgressBar()
            do {
                // What is there is looked at before a long check, and nothing is made before it.
                if OpenedSite.exists(settings) {
                    try await withEngine(settings) {
                        try await SiteImport(engine: $0).requireEmpty()
                    }
                }
                try await check(file, bar)
                let summary = try await move(file, to: settings, bar)
                bar.end()
                Output.error("Imported \(summary.rows) rows. Content \(summary.content)")
            } catch {
                bar.end()
                throw error
            }
        }
    }

    private func check(_ file: OldFile, _ bar: ProgressBar) async throws {
        guard let size = file.size else {
            Output.error(
                "Reading from a pipe: blocks are checked as they come, not all beforehand.")
            return
        }
        _ = try await file.source().check { bytes in
            bar.show(MovingProgress(stage: .checking, done: bytes, total: size))
        }
    }

    private func move(_ file: OldFile, to settings: ServerSettings, _ bar: ProgressBar)
        async throws -> SiteSummary
    {
        let isNew = !OpenedSite.exists(settings)
        var folder: DataFolder?
        if case .sqlite = settings.database { folder = try DataFolder(path: settings.dataFolder) }
        do {
            let summary = try await withEngine(settings) { engine in
                try await SiteImport(engine: engine).run(file.source()) { bar.show($0) }
            }
            // Locked until here: no server of this folder starts meanwhile.
            withExtendedLifetime(folder) {}
            return summary
        } catch {
            // Nobody had anything in it.
            if isNew { OpenedSite.removeFile(settings) }
            throw error
        }
    }

    private func withEngine<T>(
        _ settings: ServerSettings, _ body: (any SQLEngine) async throws -> T
    ) async throws -> T {
        let engine = try await OpenedSite.engine(settings)
        do {
            let result = try await body(engine)
            try await engine.close()
            return result
        } catch {
            try? await engine.close()
            throw error
        }
    }
}
