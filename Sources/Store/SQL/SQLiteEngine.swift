import Foundation
import GRDB

/// The embedded engine: one file, one writer, readers that never wait for it (WAL).
///
/// `synchronous=FULL`: what was committed outlives a power cut, which is what the ledger promises
/// of an answered `stopped`.
package struct SQLiteEngine: SQLEngine {
    package let dialect = SQLDialect.sqlite
    private let pool: DatabasePool

    /// Opens or creates the file, readable by its owner only.
    package init(path: String) throws(SQLFault) {
        var configuration = Configuration()
        configuration.label = "enxamed"
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(sql: "pragma synchronous = full")
            // 32 MiB a connection, so that the inner pages of a large search index stay.
            try db.execute(sql: "pragma cache_size = -32768")
        }
        try Self.createPrivate(path)
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
        } catch {
            throw .cannotOpen(path: path, Self.words(error))
        }
    }

    /// Before SQLite opens it: the log and its index take their mode from the file. A file that is
    /// there is not opened here, for closing it would drop this process's locks on it (SQLite's
    /// “How To Corrupt”, 2.2).
    private static func createPrivate(_ path: String) throws(SQLFault) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            Foundation.close(descriptor)
        } else if errno != EEXIST {
            throw .cannotOpen(path: path, String(cString: strerror(errno)).lowercased())
        }
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        do {
            return try await pool.read { try body(SQLiteConnection(db: $0)) }
        } catch let error as DatabaseError {
            throw Self.fault(error)
        }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        do {
            return try await pool.write { try body(SQLiteConnection(db: $0)) }
        } catch let error as DatabaseError {
            throw Self.fault(error)
        }
    }

    package func close() async throws { try pool.close() }

    static func fault(_ error: DatabaseError) -> SQLFault {
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return .duplicate
        default: break
        }
        switch error.resultCode {
        case .SQLITE_FULL: return .full
        default: return .unavailable(words(error))
        }
    }

    private static func words(_ error: any Error) -> String {
        if let error = error as? DatabaseError {
            return error.message ?? "SQLite error \(error.resultCode.rawValue)"
        }
        return error.localizedDescription
    }
}
