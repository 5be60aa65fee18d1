import ArgumentParser
import Foundation
import Logging
import Service
import Store

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Look into the log of what the staff did.",
        subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Prove that the log is as it was written, or name the first entry that is not.",
            discussion: """
                Exits with 1 when the chain does not hold. May run beside the server. Who keeps the \
                last hash elsewhere can tell a log that was written anew from its beginning.
                """)

        @OptionGroup var flags: SettingFlags

        func run() async throws {
            var isSound = false
            try await reporting {
                let settings = try flags.settings()
                let store = try await OpenedSite.openExisting(settings)
                switch try await store.verifyAudit() {
                case .broken(let fault): Output.line("The log does not hold: \(fault).")
                case .sound(let entries, let hash):
                    isSound = true
                    Output.line(
                        entries == 0
                            ? "The log has no entry yet."
                            : "\(entries) \(entries == 1 ? "entry" : "entries"), each as it was "
                                + "written; the last has the hash \(hash)")
                }
                try await store.close()
            }
            if !isSound { throw ExitCode(1) }
        }
    }
}
