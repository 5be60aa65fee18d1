import API
import Client
import ClientRuntime
import Foundation

/// What the client remembers, in files of its state folder.
struct MemoryAdapter: MemoryPort {
    let whereabouts: Whereabouts

    func remember(_ server: RememberedServer) async {
        let url = server.address.url
        try? whereabouts.sessions(of: url).update(url) { $0.username = server.username }
    }

    func forget(_ server: ServerAddress) async {
        try? whereabouts.sessions(of: server.url).forget(server.url)
    }

    func rememberTheme(_ name: String) async {
        try? Data(name.utf8).write(to: URL(filePath: Self.themeFile(whereabouts.current)))
    }

    static func theme(in folders: ClientFolders) -> String? {
        try? String(contentsOfFile: themeFile(folders), encoding: .utf8)
    }

    private static func themeFile(_ folders: ClientFolders) -> String { folders.state + "/theme" }
}
