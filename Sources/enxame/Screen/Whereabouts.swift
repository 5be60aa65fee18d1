import API
import APIClient
import Client
import Synchronization

/// Which folders belong to which community: the person's own, or those of a demo, which go with it.
final class Whereabouts: Sendable {
    private struct State {
        var signedIn: (server: String, username: String)?
        var announceURL: String?
        var demos: [String: ClientFolders] = [:]
    }

    private let own: ClientFolders
    private let state = Mutex(State())

    init(own: ClientFolders) { self.own = own }

    func demoLives(at server: ServerAddress, in folders: ClientFolders) {
        state.withLock { $0.demos[server.url] = folders }
    }

    func signedIn(to server: String, as username: String, announcingTo url: String) {
        state.withLock { state in
            state.signedIn = (server, username)
            state.announceURL = url.isEmpty ? nil : url
        }
    }

    /// The one that holds now; those kept with the torrents may be from before.
    var announceURL: String? { state.withLock { $0.announceURL } }

    func announces(to url: String) { state.withLock { $0.announceURL = url } }

    func folders(of server: String) -> ClientFolders {
        state.withLock { $0.demos[server] } ?? own
    }

    func sessions(of server: String) -> SessionFile {
        SessionFile(folder: folders(of: server).state)
    }

    var current: ClientFolders {
        state.withLock { state in state.signedIn.flatMap { state.demos[$0.server] } } ?? own
    }

    /// Resume data holds announce URLs, and so a passkey: one folder for each account.
    var transferState: String {
        let place = state.withLock { $0.signedIn }
        let name = place.map { Self.name($0.username, at: $0.server) } ?? "nobody"
        return current.state + "/transfers/" + name
    }

    /// What was seen of the catalog holds titles that not everybody may see: a file for each
    /// account.
    func keptCatalog(of username: String, at server: String) -> String {
        folders(of: server).state + "/catalog/" + Self.name(username, at: server) + ".json"
    }

    private static func name(_ username: String, at server: String) -> String {
        let name = "\(username)@\(server)"
        return String(
            name.map { $0.isLetter || $0.isNumber || "@.-_".contains($0) ? $0 : "_" })
    }
}
