internal import CMariaDB

/// What libmariadb answered instead of a result, and what follows from it: the only place that
/// knows the numbers (“Server Error Message Reference”, “MariaDB Error Codes”).
struct MySQLError: Error {
    /// What a transaction does about it.
    enum Consequence {
        /// The statement is wrong, or its values are; the transaction may go on.
        case statement
        /// The transaction is undone or must be, and may be tried again on this connection.
        case again
        /// The connection is gone, or its server is of no use now; another may serve.
        case elsewhere
    }

    let code: UInt32
    let state: String
    let message: String

    init(code: UInt32, state: String, message: String) {
        self.code = code
        self.state = state
        self.message = message
    }

    init(_ mysql: UnsafeMutablePointer<MYSQL>) {
        self.init(
            code: mysql_errno(mysql), state: String(cString: mysql_sqlstate(mysql)),
            message: String(cString: mysql_error(mysql)))
    }

    init(_ statement: UnsafeMutablePointer<MYSQL_STMT>) {
        self.init(
            code: mysql_stmt_errno(statement),
            state: String(cString: mysql_stmt_sqlstate(statement)),
            message: String(cString: mysql_stmt_error(statement)))
    }

    var consequence: Consequence {
        switch code {
        // Deadlock (and a certification lost in a Galera cluster), lock wait timeout, record
        // changed since the last read, a statement to be prepared again.
        case 1213, 1205, 1020, 1615, 2057, 1243: .again
        // No such savepoint: the transaction was undone and nobody said so.
        case 1305: .again
        // TiDB: write conflict, the schema changed meanwhile, try again later.
        case 9007, 8028, 8022, 8002: .again
        // Server gone, lost (twice), going down, killed, aborted, not prepared (Galera), too many
        // connections, no server by that name or at that address, idle for too long.
        case 2006, 2013, 2055, 1053, 1927, 1152, 1184, 1158...1161, 1047, 1040, 1203, 4031:
            .elsewhere
        case 2002, 2003, 2005, 2012, 2026: .elsewhere
        // Read-only: after a failover this may be the replica now.
        case 1290, 1836: .elsewhere
        // “Query execution was interrupted”, said by a server that goes down.
        case 1317: .again
        // 08: connection exception; 40: transaction rollback.
        default: state.hasPrefix("08") ? .elsewhere : state.hasPrefix("40") ? .again : .statement
        }
    }

    /// What a definition meets when it was made before: the table, the column, the key is there,
    /// or what it takes away is gone.
    var saysAlreadyDone: Bool { [1050, 1060, 1061, 1091, 1054].contains(code) }

    /// As the rest of the store knows it.
    var fault: SQLFault {
        switch code {
        case 1062, 1586: .duplicate
        case 1021, 1114: .full
        case 3 where message.contains("28"): .full
        case 1290, 1836: .readOnly(message)
        default: .unavailable("\(message) (error \(code))")
        }
    }
}
