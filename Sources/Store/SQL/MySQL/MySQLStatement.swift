internal import CMariaDB

/// A statement the server has read already.
///
/// Belongs to one connection, and dies before it.
final class MySQLStatement {
    private let statement: UnsafeMutablePointer<MYSQL_STMT>
    private var room: MySQLRoom?

    init(_ sql: String, on mysql: UnsafeMutablePointer<MYSQL>) throws {
        guard let statement = mysql_stmt_init(mysql) else { throw MySQLError(mysql) }
        self.statement = statement
        guard mysql_stmt_prepare(statement, sql, UInt(sql.utf8.count)) == 0 else {
            // A throwing initialiser that has set everything runs `deinit`.
            throw MySQLError(statement)
        }
    }

    deinit { mysql_stmt_close(statement) }

    func run(_ values: MySQLValues) throws -> SQLOutcome {
        try execute(values)
        defer { mysql_stmt_free_result(statement) }
        return SQLOutcome(
            changes: Int(clamping: mysql_stmt_affected_rows(statement)),
            lastID: Int64(clamping: mysql_stmt_insert_id(statement)))
    }

    func rows(_ values: MySQLValues) throws -> [SQLAnswer] {
        try execute(values)
        defer { mysql_stmt_free_result(statement) }
        let room = try currentRoom()
        guard mysql_stmt_bind_result(statement, room.binds.baseAddress) == 0,
            mysql_stmt_store_result(statement) == 0
        else { throw MySQLError(statement) }
        var answers: [SQLAnswer] = []
        answers.reserveCapacity(Int(clamping: mysql_stmt_num_rows(statement)))
        while true {
            switch mysql_stmt_fetch(statement) {
            case 0, MYSQL_DATA_TRUNCATED:
                let values = try room.columns.indices.map { try room.value($0, of: statement) }
                answers.append(SQLAnswer(row: SQLRow(columns: room.positions, values: values)))
            case MYSQL_NO_DATA: return answers
            default: throw MySQLError(statement)
            }
        }
    }

    private func execute(_ values: MySQLValues) throws {
        guard mysql_stmt_param_count(statement) == values.binds.count else {
            throw SQLFault.unexpected("the number of values of a statement")
        }
        if values.binds.count > 0 {
            guard mysql_stmt_bind_param(statement, values.binds.baseAddress) == 0 else {
                throw MySQLError(statement)
            }
        }
        guard mysql_stmt_execute(statement) == 0 else { throw MySQLError(statement) }
    }

    /// Read anew after each execution, for another server may have changed a table meanwhile; made
    /// anew only where the columns differ.
    private func currentRoom() throws -> MySQLRoom {
        let count = Int(mysql_stmt_field_count(statement))
        guard count > 0, let fields = mariadb_stmt_fetch_fields(statement) else {
            throw SQLFault.unexpected("a statement that answers no rows")
        }
        let columns = (0..<count).map { MySQLColumn(fields[$0]) }
        if let room, room.columns == columns { return room }
        let made = MySQLRoom(columns)
        room = made
        return made
    }
}
