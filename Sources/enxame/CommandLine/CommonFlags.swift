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

    /// As whoever is signed in, or with the key for scripts that the environment brings.
    func client() throws -> APIClient {
        guard let key = ProcessInfo.processInfo.environment["ENXAME_TOKEN"], !key.isEmpty else {
            return try personalClient()
        }
        return APIClient(
            server: try address(), store: CredentialStore(load: { .key(key) }, save: { _ in }))
    }

    /// As whoever is signed in: for what no key reaches.
    func personalClient() throws -> APIClient {
        let address = try address()
        return APIClient(server: address, store: sessions.credentials(of: address.url))
    }
}
