import API
import APIClient
import ArgumentParser
import Foundation

/// The flags that every command takes.
struct CommonFlags: ParsableArguments {
    private static let standardServer = "http://127.0.0.1:8000"

    @Option(help: "The server, like https://community.example (ENXAME_SERVER; else the last one).")
    var server: String?

    @Flag(help: "Answer in JSON, one value a line.")
    var json = false

    var folders: ClientFolders { ClientFolders() }

    var sessions: SessionFile { SessionFile(folder: folders.state) }

    /// The server asked for: by flag, by environment, or the one used last.
    func address() throws -> ServerAddress {
        let environment = ProcessInfo.processInfo.environment["ENXAME_SERVER"]
        let given = server ?? environment.flatMap { $0.isEmpty ? nil : $0 }
        let text = given ?? sessions.servers.first?.url ?? Self.standardServer
        guard let address = ServerAddress(text) else {
            throw ValidationError("“\(text)” is not the address of a server.")
        }
        return address
    }

    func client() throws -> APIClient {
        let address = try address()
        return APIClient(server: address, store: sessions.credentials(of: address.url))
    }
}
