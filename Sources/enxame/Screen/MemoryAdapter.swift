import API
import Client
import ClientRuntime
import Foundation

/// What the client remembers, in files of its state folder.
struct MemoryAdapter: MemoryPort {
    let whereabouts: Whereabouts

    func remember(_ server: RememberedServer) async {
        let url = server.address.url
        let sessions = whereabouts.sessions(of: url)
        await FileQueue.run { try? sessions.update(url) { $0.username = server.username } }
    }

    func forget(_ server: ServerAddress) async {
        let sessions = whereabouts.sessions(of: server.url)
        await FileQueue.run { try? sessions.forget(server.url) }
    }

    func rememberTheme(_ name: String) async {
        let file = URL(filePath: Self.themeFile(whereabouts.current))
        await FileQueue.run { try? Data(name.utf8).write(to: file) }
    }

    func rememberStart() async {
        let file = URL(filePath: Self.welcomeFile(whereabouts.current))
        await FileQueue.run { try? Data().write(to: file) }
    }

    func rememberColumns(_ columns: ColumnChoices) async {
        let file = KeptColumns.file(in: whereabouts.current)
        await FileQueue.run { file.write(KeptColumns(columns)) }
    }

    func rememberLimits(_ limits: TransferLimits) async {
        let file = KeptLimits.file(in: whereabouts.current)
        await FileQueue.run { file.write(KeptLimits(limits)) }
    }

    /// Whether nobody has signed in from here before.
    static func isFirstStart(in folders: ClientFolders) -> Bool {
        !FileManager.default.fileExists(atPath: welcomeFile(folders))
    }

    static func theme(in folders: ClientFolders) -> String? {
        try? String(contentsOfFile: themeFile(folders), encoding: .utf8)
    }

    private static func welcomeFile(_ folders: ClientFolders) -> String {
        folders.state + "/welcomed"
    }

    private static func themeFile(_ folders: ClientFolders) -> String { folders.state + "/theme" }
}
