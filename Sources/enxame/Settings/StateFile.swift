import Client
import Foundation

/// One thing that the client remembers, as JSON in a file of its own in the state folder.
///
/// What cannot be read is told and left as it is, until something else is to be remembered.
struct StateFile<Contents: Codable & Sendable>: Sendable {
    let path: String

    init(_ name: String, in folders: ClientFolders) { path = folders.state + "/" + name }

    /// `nil` when there is none.
    func read() throws(Broken) -> Contents? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        do {
            return try JSONDecoder().decode(Contents.self, from: data)
        } catch {
            throw Broken(name: (path as NSString).lastPathComponent)
        }
    }

    func write(_ contents: Contents) {
        let encoder = JSONEncoder()
        // People read it, and may change it.
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let data = try? encoder.encode(contents) else { return }
        let folder = (path as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try? data.write(to: URL(filePath: path), options: .atomic)
    }

    struct Broken: Error {
        let name: String
    }
}

extension StateFile.Broken {
    var phrase: Phrase {
        Phrase(
            "\(name) in the state folder cannot be understood; it is left out.",
            "\(name) na pasta de estado não pode ser entendido; fica de fora.")
    }
}
