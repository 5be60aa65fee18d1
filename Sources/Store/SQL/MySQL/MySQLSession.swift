/// One place of the pool: a connection on a queue of its own, opened when it is first needed and
/// again when it was lost.
actor MySQLSession {
    private let executor = QueueExecutor(label: "enxame.mysql")
    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    private let hosts: MySQLHosts
    private var link: MySQLLink?

    init(_ hosts: MySQLHosts) { self.hosts = hosts }

    func close() { link = nil }

    /// What a database must be before it is used.
    func inspect() throws {
        try openLink().inspect(hosts.address)
    }

    func read<T: Sendable>(
        _ body: @Sendable (any SQLConnection) throws -> T
    ) -> MySQLAttempt<T> {
        transaction { link in
            try link.beginRead()
        } body: { connection in
            try body(connection)
        } commit: { connection in
            // Nothing was written, so nothing can be in doubt.
            do { try connection.link.commit() } catch { link = nil }
        }
    }

    /// - Parameters:
    ///   - number: of this try, from 1.
    ///   - isInDoubt: an earlier one may have been committed.
    func write<T: Sendable>(
        _ token: MySQLCommitToken, number: Int, isInDoubt: Bool,
        _ body: @Sendable (any SQLConnection) throws -> T
    ) -> MySQLAttempt<T> {
        var earlier: Int?
        let attempt = transaction { link in
            try link.beginWrite()
            if isInDoubt { earlier = try link.mark(token, number) }
        } body: { connection in
            guard earlier == nil else { throw CommittedEarlier() }
            return try body(connection)
        } commit: { connection in
            // The commit is a text of its own: a Galera node that undoes the transaction for
            // another's between two statements of a text tells nobody, and would go on to commit
            // nothing, with success.
            if connection.hasChanges {
                try connection.link.requireBegun(
                    after: isInDoubt ? nil : token.insertion(attempt: number))
            }
            try connection.link.commit()
        }
        return earlier.map { .doneBefore(number: $0) } ?? attempt
    }

    private struct CommittedEarlier: Error {}

    /// Takes away so many of the oldest marks; answers how many there were.
    func sweep(below lowest: [UInt8], most: Int) throws -> Int {
        let opened = try openLink()
        do {
            let swept = try opened.run(
                "delete from \(MySQLCommitToken.table) where token < ? order by token limit \(most)",
                [.blob(lowest)]
            ).changes
            try opened.commit()
            return swept
        } catch {
            link = nil
            throw error
        }
    }

    private func transaction<T: Sendable>(
        begin: (MySQLLink) throws -> Void, body: (MySQLConnection) throws -> T,
        commit: (MySQLConnection) throws -> Void
    ) -> MySQLAttempt<T> {
        let opened: MySQLLink
        do {
            opened = try openLink()
        } catch {
            return .unreachable(error.whileRunning)
        }
        let connection = MySQLConnection(opened, hosts: hosts)
        do {
            try begin(opened)
        } catch {
            return ended(by: error, on: opened)
        }
        let value: T
        do {
            value = try body(connection)
            if let ending = connection.ending { throw ending }
        } catch {
            return ended(by: connection.ending ?? error, on: connection.link)
        }
        do {
            try commit(connection)
            return .done(value)
        } catch {
            let attempt: MySQLAttempt<T> = ended(by: error, on: connection.link)
            if case .again(let fault, _) = attempt { return .inDoubt(value, fault) }
            return attempt
        }
    }

    /// Leaves the transaction, and the connection where it is of no more use.
    private func ended<T>(by error: any Error, on used: MySQLLink) -> MySQLAttempt<T> {
        let consequence = (error as? MySQLError)?.consequence ?? .statement
        if consequence == .elsewhere {
            hosts.leave(used.host)
            link = nil
        } else {
            do { try used.rollback() } catch { link = nil }
        }
        guard let error = error as? MySQLError else { return .failed(error) }
        return consequence == .statement
            ? .failed(error.fault) : .again(error.fault, isLost: consequence == .elsewhere)
    }

    private func openLink() throws(SQLFault) -> MySQLLink {
        if let link { return link }
        let opened = try hosts.open()
        link = opened
        return opened
    }
}

extension SQLFault {
    /// A database that was there at the start is expected back.
    fileprivate var whileRunning: SQLFault {
        if case .cannotConnect(let address, let why) = self {
            return .unavailable("\(address): \(why)")
        }
        return self
    }
}
