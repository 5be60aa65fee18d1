/// What every session of a server is told first.
extension MySQLLink {
    private static let wanted = [
        "max_allowed_packet", "read_only", "super_read_only", "innodb_read_only", "wsrep_on",
        "innodb_ft_min_token_size",
    ]

    /// - Text is utf8mb4 and compared byte by byte, as in SQLite.
    /// - A value that does not fit is refused, never cut; `||` joins text; a 0 that is inserted
    ///   stays 0.
    /// - `REPEATABLE READ` gives a reader one state for all its statements. Transactions that write
    ///   ask for `READ COMMITTED` (`beginWrite`).
    func beginSession(_ limits: MySQLLimits) throws -> [String: String] {
        try execute(
            """
            set names utf8mb4 collate utf8mb4_bin;
            set session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,\
            NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,PIPES_AS_CONCAT';
            set session innodb_lock_wait_timeout = \(limits.lock);
            set session transaction isolation level repeatable read
            """)
        let names = Self.wanted.map { "'\($0)'" }.joined(separator: ",")
        let rows = try rows("show variables where Variable_name in (\(names))", []).map(\.row)
        let variables = try Dictionary(
            rows.map { (try $0.text("Variable_name").lowercased(), try $0.text("Value")) },
            uniquingKeysWith: { first, _ in first })
        if Self.isOn(variables["wsrep_on"]) {
            // In a cluster: a read sees what was committed at another node before it began.
            try execute("set session wsrep_sync_wait = 1")
        }
        if isMariaDB {
            // A transaction whose client vanished lets go of its rows.
            try execute("set session idle_transaction_timeout = 30")
        }
        return variables
    }

    private var isMariaDB: Bool { serverInfo.contains("MariaDB") }

    var isReadOnly: Bool {
        ["read_only", "super_read_only", "innodb_read_only"].contains { Self.isOn(variables[$0]) }
    }

    private static func isOn(_ value: String?) -> Bool {
        // Newer servers know several ways of being read-only.
        value.map { !["OFF", "0", ""].contains($0.uppercased()) } ?? false
    }

    // MARK: transactions

    /// One state of the database for all statements. TiDB's grammar takes no `read only` beside it.
    func beginRead() throws {
        closeDiscarded()
        try execute("start transaction with consistent snapshot")
    }

    /// Each statement sees the newest state, so what was read `for update` is what is written, and
    /// no gap between rows is held against others, which spares deadlocks.
    ///
    /// Should the server undo it and not say so, what follows stands in another transaction, which
    /// lacks the savepoint, rather than each statement alone.
    func beginWrite() throws {
        closeDiscarded()
        try execute(
            """
            rollback; set autocommit = 0;
            set transaction isolation level read committed; start transaction; savepoint begun
            """)
    }

    /// Throws where this is not the transaction any more that `beginWrite` began: an error that
    /// calls for another try. To be asked last before the commit.
    func requireBegun(after statement: String? = nil) throws {
        try execute((statement.map { "\($0); " } ?? "") + "release savepoint begun")
    }

    func commit() throws { try execute("commit") }

    func rollback() throws { try execute("rollback") }
}
