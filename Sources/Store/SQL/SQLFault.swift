import Service

/// What can be wrong with a database, apart from what it holds.
package enum SQLFault: Error, Hashable, Sendable {
    /// It cannot be opened, or not written to.
    case cannotOpen(path: String, String)
    /// The database server cannot be reached, or does not let us in. The address holds no password.
    case cannotConnect(address: String, String)
    /// It can be read and not written.
    case readOnly(String)
    /// Text in it is kept in a character set that cannot hold every name.
    case wrongCharset(table: String, found: String)
    /// It was written by a newer version of the server.
    case newerSchema(found: Int, known: Int)
    /// Its file is damaged.
    case unsound(String)
    /// An import into it began and did not end.
    case unfinishedImport
    /// A constraint of the schema refused a row.
    case duplicate
    /// More bytes at once than the database server is set up to take.
    case tooLarge(bytes: Int, most: Int)
    case full
    case unavailable(String)
    /// A column that a statement promised is absent, or holds what it must not.
    case unexpected(String)
}

extension SQLFault: StoreFault {
    package var isOutage: Bool {
        switch self {
        case .cannotOpen, .cannotConnect, .readOnly, .full, .unavailable: true
        default: false
        }
    }

    package var isFull: Bool { self == .full }
}

extension SQLFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let path, let why): "cannot open the database \(path): \(why)"
        case .cannotConnect(let address, let why):
            "cannot use the database at \(address): \(why)"
        case .readOnly(let why): "the database is read-only: \(why)"
        case .wrongCharset(let table, let found):
            "the database keeps \(table) in the character set \(found), and it must be utf8mb4"
        case .newerSchema(let found, let known):
            "the database was written by a newer enxamed (schema \(found), this one knows \(known))"
        case .unsound(let why): "the database is damaged: \(why)"
        case .unfinishedImport:
            "the database holds a part of a site whose import was not finished: "
                + "delete the database and import again"
        case .duplicate: "a row like this is in the database already"
        case .tooLarge(let bytes, let most):
            "\(bytes) bytes are more than the database takes at once: "
                + "raise its max_allowed_packet, which is \(most)"
        case .full: "the disk that holds the database is full"
        case .unavailable(let why): "the database does not answer: \(why)"
        case .unexpected(let column): "the database holds something unreadable in \(column)"
        }
    }
}
