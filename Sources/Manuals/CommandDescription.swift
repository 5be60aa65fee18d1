import ArgumentParser
import Foundation

/// A command as ArgumentParser describes it to programs.
struct CommandDescription: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String

            var dashed: String { kind == "long" ? "--\(name)" : "-\(name)" }
        }

        let kind: String
        let shouldDisplay: Bool
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let discussion: String?
        let isOptional: Bool
        let isRepeating: Bool

        /// As one writes it: `--server <server>`, `<query> ...`.
        var written: String {
            let value = "<\(valueName ?? "value")>" + (isRepeating ? " ..." : "")
            let names = (names ?? []).map(\.dashed).joined(separator: ", ")
            return switch kind {
            case "flag": names
            case "option": "\(names) \(value)"
            default: value
            }
        }
    }

    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    let subcommands: [CommandDescription]?
    let arguments: [Argument]?

    /// - Throws: `DecodingError`, where ArgumentParser describes it otherwise.
    init(_ command: any ParsableCommand.Type) throws {
        struct Dump: Decodable { let command: CommandDescription }
        self = try JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8)).command
    }
}
