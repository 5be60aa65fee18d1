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
            return try await pool.read { try body(Connection(db: $0)) }
        } catch let error as DatabaseError {
            throw Self.fault(error)
        }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        do {
            return try await pool.write { try body(Connection(db: $0)) }
        } catch let error as DatabaseError {
            throw Self.fault(error)
        }
    }

    package func close() async throws { try pool.close() }

    fileprivate static func fault(_ error: DatabaseError) -> SQLFault {
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

private struct Connection: SQLConnection {
    let dialect = SQLDialect.sqlite
    let db: GRDB.Database

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLAnswer] {
        try translating {
            let statement = try db.cachedStatement(sql: sql)
            let columns = Dictionary(
                statement.columnNames.enumerated().map { ($1, $0) },
                uniquingKeysWith: { first, _ in first })
            let cursor = try Row.fetchCursor(statement, arguments: Self.arguments(values))
            var answers: [SQLAnswer] = []
            while let row = try cursor.next() {
                let values = Array(row.databaseValues.map(Self.value))
                answers.append(SQLAnswer(row: SQLRow(columns: columns, values: values)))
            }
            return answers
        }
    }

    func integers(_ sql: String, _ values: [SQLValue]) throws -> [[Int64]] {
        try translating {
            let statement = try db.cachedStatement(sql: sql)
            let columns = statement.columnNames
            let cursor = try Row.fetchCursor(statement, arguments: Self.arguments(values))
            var answers: [[Int64]] = []
            while let row = try cursor.next() {
                answers.append(
                    try columns.indices.map { column in
                        guard case .int64(let number) = (row[column] as DatabaseValue).storage
                        else { throw SQLFault.unexpected(columns[column]) }
                        return number
                    })
            }
            return answers
        }
    }

    func run(_ sql: String, _ values: [SQLValue]) throws -> SQLOutcome {
        try translating {
            let statement = try db.cachedStatement(sql: sql)
            try statement.execute(arguments: Self.arguments(values))
            return SQLOutcome(changes: db.changesCount, lastID: db.lastInsertedRowID)
        }
    }

    func define(_ sql: String) throws { _ = try run(sql, []) }

    /// Within the closure already, so that a store can catch a duplicate and answer for it.
    private func translating<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw SQLiteEngine.fault(error)
        }
    }

    private static func arguments(_ values: [SQLValue]) -> StatementArguments {
        StatementArguments(
            values.map { value -> DatabaseValue in
                switch value {
                case .null: .null
                case .integer(let number): number.databaseValue
                case .real(let number): number.databaseValue
                case .text(let text): text.databaseValue
                case .blob(let bytes): Data(bytes).databaseValue
                }
            })
    }

    private static func value(_ value: DatabaseValue) -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob([UInt8](data))
        }
    }
}
