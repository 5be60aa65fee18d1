import Foundation
import Store

/// The community that the settings name, opened.
enum OpenedSite {
    /// Brings the schema up to date; makes the database where there is none. Throws `SQLFault`.
    static func open(_ settings: ServerSettings) async throws -> CommunityStore {
        let engine = try await engine(settings)
        do {
            return try await CommunityStore(engine: engine)
        } catch {
            try? await engine.close()
            throw error
        }
    }

    /// The database as it is, whatever it holds.
    static func engine(_ settings: ServerSettings) async throws -> any SQLEngine {
        switch settings.database {
        case .sqlite(let path): try SQLiteEngine(path: path)
        case .mysql(let address): try await MySQLEngine.open(address)
        }
    }

    /// As `open`, and refuses where there is nothing to look into: opening would make an empty
    /// community and find it in order.
    static func openExisting(_ settings: ServerSettings) async throws -> CommunityStore {
        guard exists(settings) else {
            throw SettingError.dataFolder(
                path: settings.dataFolder, "there is no database in it")
        }
        return try await open(settings)
    }

    /// A database server has its databases before we come.
    static func exists(_ settings: ServerSettings) -> Bool {
        guard case .sqlite(let path) = settings.database else { return true }
        return FileManager.default.fileExists(atPath: path)
    }

    /// Removes a file of SQLite's that is closed, and what it had beside it.
    static func removeFile(_ settings: ServerSettings) {
        guard case .sqlite(let path) = settings.database else { return }
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}
