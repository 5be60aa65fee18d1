import Foundation
import Store

/// Where the community of a measurement is kept.
enum Database: Sendable {
    /// SQLite, in the server's data folder.
    case file(String)
    /// MySQL or MariaDB.
    case remote(MySQLAddress, url: String)

    init(url: String?, folder: String) throws {
        guard let url else {
            self = .file(folder + "/enxame.sqlite")
            return
        }
        guard case .mysql(let address) = try DatabaseURL(url) else {
            throw BenchError.wrong(
                option: "--database", expected: "mysql://…; SQLite takes --keep FOLDER")
        }
        self = .remote(address, url: url)
    }

    var isSQLite: Bool { path != nil }

    var path: String? {
        if case .file(let path) = self { path } else { nil }
    }

    /// Without the password.
    var name: String {
        switch self {
        case .file(let path): path
        case .remote(let address, _): "\(address)"
        }
    }

    /// What the server is told.
    var environment: [String: String] {
        switch self {
        case .file: [:]
        case .remote(_, let url): ["ENXAME_DATABASE_URL": url]
        }
    }

    func open() async throws -> CommunityStore {
        switch self {
        case .file(let path): try await CommunityStore(engine: SQLiteEngine(path: path))
        case .remote(let address, _):
            try await CommunityStore(engine: MySQLEngine.open(address))
        }
    }

    /// Bytes of the file and its log; `nil` where it is somebody else's.
    var size: Int64? {
        path.map { path in
            ["", "-wal"].reduce(0) { sum, ending in
                let facts = try? FileManager.default.attributesOfItem(atPath: path + ending)
                return sum + ((facts?[.size] as? NSNumber)?.int64Value ?? 0)
            }
        }
    }
}
