import ArgumentParser
import Foundation
import Logging
import Service
import Store

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Look into the ratio ledger.",
        subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prove that every total is the sum behind it, or name what breaks it.",
            discussion: "Exits with 1 when a row breaks the sum. May run beside the server.")

        @OptionGroup var flags: SettingFlags

        func run() async throws {
            var isSound = false
            try await reporting {
                let settings = try flags.settings()
                let store = try await OpenedSite.openExisting(settings)
                let breaks = try await store.verifyTotals()
                for row in breaks {
                    Output.line(
                        "user \(row.user) (\(row.username)): bytes_\(row.counter) is \(row.kept), "
                            + "but sessions and adjustments come to \(row.derived)")
                }
                isSound = breaks.isEmpty
                if isSound {
                    Output.line("Every total is the sum of its sessions and adjustments.")
                }
                try await store.close()
            }
            if !isSound { throw ExitCode(1) }
        }
    }
}
