import API
import APIClient
import ArgumentParser
import Cells
import Domain
import Foundation

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Keys that let scripts in with a part of what you may.",
        discussion: "A script uses one as ENXAME_TOKEN, in place of signing in.",
        subcommands: [ListKeys.self, CreateKey.self, DeleteKey.self],
        defaultSubcommand: ListKeys.self)

    struct ListKeys: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List your keys (the default).")

        @OptionGroup var common: CommonFlags

        func run() async throws {
            try await reporting {
                let page = try await common.personalClient().call(Endpoints.apiKeys)
                if common.json { return try Console.json(page) }
                guard !page.items.isEmpty else { return Console.error("You have no keys.") }
                let table = LineTable(
                    columns: [
                        .init(title: "ID", alignment: .right), .init(title: "Name"),
                        .init(title: "Until"), .init(title: "Last used"), .init(title: "May"),
                    ], flexible: (index: 4, minimum: 30))
                let rows = page.items.map { key in
                    [
                        String(key.id.rawValue), key.name,
                        key.expiresAt.map(Console.time) ?? "no end",
                        key.lastUsedAt.map(Console.time) ?? "never",
                        key.permissions.map(\.rawValue).joined(separator: ","),
                    ]
                }
                for line in table.lines(rows, width: Console.width) { try Console.line(line) }
            }
        }
    }

    struct CreateKey: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Make a key; it is shown this once.")

        @OptionGroup var common: CommonFlags

        @Argument(help: "What it is for.")
        var name: String

        @Option(help: "What it may, as catalog.read; once for each.")
        var permission: [String] = []

        @Option(help: "After how many days it ends; without, when it is deleted.")
        var days: Int?

        func validate() throws {
            guard !permission.isEmpty else {
                throw ValidationError("Say what the key may, as --permission catalog.read.")
            }
            if let unknown = permission.first(where: { Permission(rawValue: $0) == nil }) {
                let known = Permission.allCases.map(\.rawValue).joined(separator: " ")
                throw ValidationError("“\(unknown)” is none of: \(known)")
            }
            guard days.map({ (1...36_500).contains($0) }) ?? true else {
                throw ValidationError("--days is a number from 1 to 36500.")
            }
        }

        func run() async throws {
            try await reporting {
                let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
                let key = try await common.personalClient().call(
                    Endpoints.createAPIKey,
                    body: NewAPIKey(
                        name: name, permissions: permission.compactMap(Permission.init),
                        expiresAt: days.map { now.adding(seconds: Int64($0) * 86_400) }))
                if common.json { return try Console.json(key) }
                // The key alone on standard output, for `ENXAME_TOKEN=$(enxame keys create …)`.
                Console.error("Key \(key.id.rawValue), shown this once:")
                try Console.line(key.key ?? "")
            }
        }
    }

    struct DeleteKey: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "delete", abstract: "Delete a key; it is refused at once.")

        @OptionGroup var common: CommonFlags

        @Argument(help: "Its ID, as enxame keys lists them.")
        var id: Int64

        func run() async throws {
            try await reporting {
                _ = try await common.personalClient().call(Endpoints.deleteAPIKey, ids: [id])
                if !common.json { try Console.line("Deleted key \(id).") }
            }
        }
    }
}
