internal import CMariaDB

extension MariaDBServer {
    /// Runs statements as root, over the socket.
    package func execute(_ sql: String) throws { _ = try select(sql) }

    /// The first column of what the last of the statements answers.
    package func select(_ sql: String) throws -> [String] {
        try withConnection { mysql in
            guard mysql_real_query(mysql, sql, UInt(sql.utf8.count)) == 0 else {
                throw TestMariaDBError(String(cString: mysql_error(mysql)))
            }
            var values: [String] = []
            while true {
                if let result = mysql_store_result(mysql) {
                    values = []
                    while let row = mysql_fetch_row(result) {
                        values.append(row[0].map { String(cString: $0) } ?? "NULL")
                    }
                    mysql_free_result(result)
                }
                switch mysql_next_result(mysql) {
                case 0: continue
                case -1: return values
                default: throw TestMariaDBError(String(cString: mysql_error(mysql)))
                }
            }
        }
    }

    /// A node that still joins its cluster lets us in, and has no tables yet.
    func answers() -> Bool { (try? select("select 1 from mysql.db")) != nil }

    private func withConnection<T>(
        _ body: (UnsafeMutablePointer<MYSQL>) throws -> T
    ) throws -> T {
        guard Self.isLibraryReady, let mysql = mysql_init(nil) else {
            throw TestMariaDBError("libmariadb is out of memory")
        }
        defer { mysql_close(mysql) }
        guard
            mysql_real_connect(
                mysql, nil, "root", nil, nil, 0, socket, cmariadb_client_flags()) != nil
        else { throw TestMariaDBError(String(cString: mysql_error(mysql))) }
        return try body(mysql)
    }

    private static let isLibraryReady = cmariadb_begin() != 0
}
