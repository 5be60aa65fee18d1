import ArgumentParser
import Domain
import Foundation
import Logging
import Service
import Store

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Look into the ratio ledger.",
        subcommands: [Verify.self, Explain.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prove that every total is the sum behind it, or name what breaks it.",
            discussion: """
                Every total is derived again from its sessions and adjustments, and every row that \
                nobody can have written is named. Exits with 1 when something breaks. May run \
                beside the server.
                """)

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
                    let sum = try await store.historySum(of: row.user)
                    Self.hint(row, history: row.counter == "up" ? sum.up : sum.down)
                }
                let strays = try await store.strayRows()
                for row in strays { Output.line("\(row.table) \(row.id) \(row.problem)") }
                isSound = breaks.isEmpty && strays.isEmpty
                if isSound {
                    Output.line("Every total is the sum of its sessions and adjustments.")
                }
                try await store.close()
            }
            if !isSound { throw ExitCode(1) }
        }

        /// Which side was changed, where the history of the member agrees with the other.
        private static func hint(_ row: LedgerBreak, history: Int64) {
            if history == row.derived {
                Output.line("  its history comes to the same: account \(row.user) was changed")
            } else if history == row.kept {
                Output.line(
                    "  its history comes to what it is: a session or adjustment of user "
                        + "\(row.user) was changed; `enxamed ledger explain` lists them")
            }
        }
    }

    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell in words where a member's ratio comes from.",
            discussion: """
                Session by session and adjustment by adjustment, with what is not counted and why. \
                May run beside the server.
                """)

        @Argument(help: "A username, or the number of a member, who may have been deleted.")
        var user: String

        @OptionGroup var flags: SettingFlags

        func run() async throws {
            var isKnown = false
            try await reporting {
                let settings = try flags.settings()
                let store = try await OpenedSite.openExisting(settings)
                if let explanation = try await store.explanation(of: user) {
                    isKnown = true
                    for line in explanation.lines { Output.line(line) }
                }
                try await store.close()
            }
            guard !isKnown else { return }
            Output.error("enxamed: nobody is called \(OneLine.cleaned(user)) here")
            // EX_NOUSER of sysexits.h.
            throw ExitCode(67)
        }
    }
}
