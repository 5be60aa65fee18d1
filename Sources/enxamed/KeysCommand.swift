import ArgumentParser
import Domain
import Foundation
import Server
import Service

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Look after the keys that sign access tokens.",
        subcommands: [Rotate.self])

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign with a new key from now on.",
            discussion: """
                May run beside the server, which takes the new key up by itself. The old one \
                verifies what it signed for another quarter of an hour, so nobody notices. Where \
                several servers share a key, copy access.key of the data folder to the others \
                right after.
                """)

        @OptionGroup var flags: SettingFlags

        @Flag(help: "Forget the old keys now: everybody's client renews its session.")
        var atOnce = false

        func run() async throws {
            try await reportingMove {
                let settings = try flags.settings()
                let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
                let keys = try SigningKeyFile(folder: settings.dataFolder)
                    .rotate(at: now, forgetting: atOnce)
                let old = keys.keys.count - 1
                Output.line(
                    old == 0
                        ? "A new key signs from now on; the old ones are forgotten."
                        : "A new key signs from now on; the old one verifies for another "
                            + "\(SignIn.accessLifetime / 60) minutes.")
            }
        }
    }
}
