internal import CMariaDB

/// One open connection to a server.
///
/// 1. Everything here waits for the network: it is called on a session's queue and nowhere else.
/// 2. A session of the server begins with `MySQLLink+Session`; what is set there holds to its end.
final class MySQLLink {
    /// The place in the list of hosts.
    let host: Int
    /// Waits for definitions as long as they take.
    let isPatient: Bool
    private let mysql: UnsafeMutablePointer<MYSQL>
    private var statements = MySQLStatements()
    private(set) var variables: [String: String] = [:]

    private static let isLibraryReady = cmariadb_begin() != 0

    init(_ address: MySQLAddress, host: Int, isPatient: Bool, limits: MySQLLimits) throws {
        guard Self.isLibraryReady, let mysql = mysql_init(nil) else {
            throw MySQLError(code: 2008, state: "HY000", message: "out of memory")
        }
        self.mysql = mysql
        self.host = host
        self.isPatient = isPatient
        try connect(address, limits)
        variables = try beginSession(limits)
    }

    deinit {
        statements.removeAll()
        mysql_close(mysql)
    }

    private func connect(_ address: MySQLAddress, _ limits: MySQLLimits) throws {
        let answer = isPatient ? limits.definition : limits.answer
        let place = address.hosts.isEmpty ? nil : address.hosts[host]
        cmariadb_set_number(mysql, MYSQL_OPT_CONNECT_TIMEOUT, limits.connect)
        cmariadb_set_number(mysql, MYSQL_OPT_READ_TIMEOUT, answer)
        cmariadb_set_number(mysql, MYSQL_OPT_WRITE_TIMEOUT, limits.answer)
        mysql_options(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4")
        // A server may ask for a file of ours, or for the password as it is: it gets neither.
        cmariadb_set_number(mysql, MYSQL_OPT_LOCAL_INFILE, 0)
        mysql_options(
            mysql, MARIADB_OPT_RESTRICTED_AUTH,
            "mysql_native_password,caching_sha2_password,sha256_password,client_ed25519")
        // “localhost” means the machine's own address and never a socket somewhere.
        cmariadb_set_number(
            mysql, MYSQL_OPT_PROTOCOL,
            (address.socket == nil ? MYSQL_PROTOCOL_TCP : MYSQL_PROTOCOL_SOCKET).rawValue)
        if address.tls != .off {
            cmariadb_set_flag(mysql, MYSQL_OPT_SSL_ENFORCE, 1)
            cmariadb_set_flag(
                mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, address.tls == .verify ? 1 : 0)
            if let authorities = address.authorities {
                mysql_options(mysql, MYSQL_OPT_SSL_CA, authorities)
            }
        }
        guard
            mysql_real_connect(
                mysql, place?.name, address.user, address.password, address.database,
                UInt32(place?.port ?? 0), address.socket, cmariadb_client_flags()) != nil
        else { throw MySQLError(mysql) }
        // libmariadb goes on in the clear where the server offers no TLS.
        if address.tls == .required || address.tls == .verify, mysql_get_ssl_cipher(mysql) == nil {
            throw MySQLError(
                code: 2026, state: "HY000", message: "the server does not offer TLS")
        }
    }

    /// The server's name for its version.
    var serverInfo: String { mysql_get_server_info(mysql).map { String(cString: $0) } ?? "" }

    // MARK: statements

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLAnswer] {
        try prepared(sql, values) { try $0.rows($1) }
    }

    func run(_ sql: String, _ values: [SQLValue]) throws -> SQLOutcome {
        try prepared(sql, values) { try $0.run($1) }
    }

    /// One or several statements as they stand, whose answers nobody wants.
    func execute(_ text: String) throws {
        guard mysql_real_query(mysql, text, UInt(text.utf8.count)) == 0 else {
            throw MySQLError(mysql)
        }
        while true {
            if let result = mysql_store_result(mysql) { mysql_free_result(result) }
            switch mysql_next_result(mysql) {
            case 0: continue
            case -1: return
            default: throw MySQLError(mysql)
            }
        }
    }

    /// Between two transactions.
    func closeDiscarded() { statements.closeDiscarded() }

    private func prepared<T>(
        _ sql: String, _ values: [SQLValue], _ use: (MySQLStatement, MySQLValues) throws -> T
    ) throws -> T {
        let values = MySQLValues(values)
        // The server would hang up, and say nothing that helps.
        let most = variables["max_allowed_packet"].flatMap { Int($0) } ?? .max
        guard values.size < most - sql.utf8.count - 1024 else {
            throw SQLFault.tooLarge(bytes: values.size, most: most)
        }
        let mysql = mysql
        let statement = try statements.statement(sql) { try MySQLStatement(sql, on: mysql) }
        do {
            return try use(statement, values)
        } catch {
            // It may be the statement that has gone stale: it is read again next time.
            statements.forget(sql)
            throw error
        }
    }
}
