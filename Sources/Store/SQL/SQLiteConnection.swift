import Domain
import GRDB
internal import GRDBSQLite

/// Values go in and out by SQLite's own calls: GRDB's, made for any type, cost more than the
/// statement itself where a ledger writes ten thousand rows a second.
///
/// A statement is GRDB's, from its cache, and used by one closure at a time on the connection's own
/// queue: bound, stepped to its end and reset in one call here, so nobody meets it half-way.
struct SQLiteConnection: SQLConnection {
    let dialect = SQLDialect.sqlite
    let db: GRDB.Database

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLAnswer] {
        var answers: [SQLAnswer] = []
        var columns: [String: Int] = [:]
        try step(sql, values) { row in
            if answers.isEmpty {
                for column in 0..<sqlite3_column_count(row) {
                    columns[String(cString: sqlite3_column_name(row, column))] = Int(column)
                }
            }
            answers.append(SQLAnswer(row: SQLRow(columns: columns, values: Self.values(row))))
        }
        return answers
    }

    func integers(_ sql: String, _ values: [SQLValue]) throws -> [[Int64]] {
        var answers: [[Int64]] = []
        try step(sql, values) { row in
            answers.append(
                try (0..<sqlite3_column_count(row)).map { column in
                    guard sqlite3_column_type(row, column) == SQLITE_INTEGER else {
                        throw SQLFault.unexpected(
                            String(cString: sqlite3_column_name(row, column)))
                    }
                    return sqlite3_column_int64(row, column)
                })
        }
        return answers
    }

    func run(_ sql: String, _ values: [SQLValue]) throws -> SQLOutcome {
        try step(sql, values) { _ in }
        return SQLOutcome(changes: db.changesCount, lastID: db.lastInsertedRowID)
    }

    func define(_ sql: String) throws {
        do {
            try db.execute(sql: sql)
        } catch let error as DatabaseError {
            throw SQLiteEngine.fault(error)
        }
    }

    /// Within the closure already, a fault is ours: a store can catch a duplicate and answer for it.
    private func step(
        _ sql: String, _ values: [SQLValue], _ body: (OpaquePointer) throws -> Void
    ) throws {
        do {
            let statement = try db.cachedStatement(sql: sql).sqliteStatement
            defer {
                sqlite3_reset(statement)
                sqlite3_clear_bindings(statement)
            }
            for (place, value) in values.enumerated() {
                try check(Self.bind(value, to: statement, at: Int32(place + 1)))
            }
            while true {
                let code = sqlite3_step(statement)
                if code == SQLITE_DONE { return }
                guard code == SQLITE_ROW else { return try check(code) }
                try body(statement)
            }
        } catch let error as DatabaseError {
            throw SQLiteEngine.fault(error)
        }
    }

    private func check(_ code: Int32) throws {
        guard code != SQLITE_OK else { return }
        throw DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
            message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
    }

    /// SQLite copies what it is handed.
    private static func bind(
        _ value: SQLValue, to statement: OpaquePointer, at place: Int32
    ) -> Int32 {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(statement, place)
        case .integer(let number): return sqlite3_bind_int64(statement, place, number)
        case .real(let number): return sqlite3_bind_double(statement, place, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                guard let start = bytes.baseAddress else {
                    return sqlite3_bind_text(statement, place, "", 0, copied)
                }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sqlite3_bind_text(statement, place, $0, Int32(bytes.count), copied)
                }
            }
        case .blob(let bytes):
            return bytes.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_zeroblob(statement, place, 0)
                }
                return sqlite3_bind_blob(statement, place, start, Int32(bytes.count), copied)
            }
        }
    }

    private static func values(_ row: OpaquePointer) -> [SQLValue] {
        let count = sqlite3_column_count(row)
        var values: [SQLValue] = []
        values.reserveCapacity(Int(count))
        for column in 0..<count {
            switch sqlite3_column_type(row, column) {
            case SQLITE_INTEGER: values.append(.integer(sqlite3_column_int64(row, column)))
            case SQLITE_FLOAT: values.append(.real(sqlite3_column_double(row, column)))
            case SQLITE_TEXT:
                let start = sqlite3_column_text(row, column)
                let bytes = UnsafeBufferPointer(
                    start: start, count: Int(sqlite3_column_bytes(row, column)))
                values.append(.text(String(decoding: bytes, as: UTF8.self)))
            case SQLITE_BLOB:
                let start = sqlite3_column_blob(row, column)
                let bytes = UnsafeRawBufferPointer(
                    start: start, count: Int(sqlite3_column_bytes(row, column)))
                values.append(.blob([UInt8](bytes)))
            default: values.append(.null)
            }
        }
        return values
    }
}
