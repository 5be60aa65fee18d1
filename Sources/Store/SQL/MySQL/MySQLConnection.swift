/// A connection within one transaction, as the store sees it.
///
/// Once the server has undone the transaction, every further statement is refused with the same
/// fault, even if the store caught the first one: outside of a transaction it would stand alone.
final class MySQLConnection: SQLConnection {
    let dialect = SQLDialect.mysql
    private(set) var link: MySQLLink
    private let hosts: MySQLHosts
    /// What ended the transaction.
    private(set) var ending: MySQLError?
    /// Whether a row was changed.
    private(set) var hasChanges = false

    init(_ link: MySQLLink, hosts: MySQLHosts) {
        self.link = link
        self.hosts = hosts
    }

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLAnswer] {
        try translating { try link.rows(sql, values) }
    }

    func integers(_ sql: String, _ values: [SQLValue]) throws -> [[Int64]] {
        try rows(sql, values).map { try $0.row.integers() }
    }

    func run(_ sql: String, _ values: [SQLValue]) throws -> SQLOutcome {
        try translating {
            let outcome = try link.run(sql, values)
            if outcome.changes > 0 { hasChanges = true }
            return outcome
        }
    }

    func define(_ sql: String) throws {
        try translating {
            // Any definition would commit what came before it; said here, it holds for rows that
            // a step puts in, too.
            try link.commit()
            if !link.isPatient { link = try hosts.open(isPatient: true) }
            do {
                try link.execute(sql)
            } catch let error as MySQLError where error.saysAlreadyDone {
            }
            try link.beginWrite()
        }
    }

    private func translating<T>(_ body: () throws -> T) throws -> T {
        if let ending { throw ending.fault }
        do {
            return try body()
        } catch let error as MySQLError {
            if error.consequence != .statement { ending = error }
            throw error.fault
        }
    }
}
