import APIClient
import Foundation

/// The servers this person uses and the tokens for them, in one file of mode 0600.
///
/// It is read anew for each question and replaced as a whole, so that several programs of one
/// person agree on the refresh token, which works once.
struct SessionFile: Sendable {
    struct Server: Codable, Hashable, Sendable {
        var url: String
        var username: String?
        var accessToken: String?
        var refreshToken: String?
        /// Hosted from this machine: its data folder.
        var hostedIn: String?
    }

    /// Newest first.
    private struct Contents: Codable {
        var servers: [Server] = []
    }

    let path: String

    init(folder: String) { path = folder + "/sessions.json" }

    var servers: [Server] { read().servers }

    func server(_ url: String) -> Server? { servers.first { $0.url == url } }

    /// Puts a server first, changed as asked.
    func update(_ url: String, _ change: (inout Server) -> Void) throws {
        var contents = read()
        var server = contents.servers.first { $0.url == url } ?? Server(url: url)
        change(&server)
        contents.servers.removeAll { $0.url == url }
        contents.servers.insert(server, at: 0)
        try write(contents)
    }

    func forget(_ url: String) throws {
        var contents = read()
        contents.servers.removeAll { $0.url == url }
        try write(contents)
    }

    /// For an `APIClient` of one server.
    func credentials(of url: String) -> CredentialStore {
        CredentialStore(
            load: {
                guard let server = server(url), let refresh = server.refreshToken else {
                    return nil
                }
                return Credentials(accessToken: server.accessToken, refreshToken: refresh)
            },
            save: { credentials in
                // A token that cannot be kept works for as long as the program runs.
                try? update(url) { server in
                    server.accessToken = credentials?.accessToken
                    server.refreshToken = credentials?.refreshToken
                }
            })
    }

    private func read() -> Contents {
        guard let data = FileManager.default.contents(atPath: path),
            let contents = try? JSONDecoder().decode(Contents.self, from: data)
        else { return Contents() }
        return contents
    }

    private func write(_ contents: Contents) throws {
        try PrivateFile.replace(path, with: JSONEncoder().encode(contents))
    }
}
