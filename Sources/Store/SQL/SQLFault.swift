/// What can be wrong with a database, apart from what it holds.
package enum SQLFault: Error, Hashable, Sendable {
    /// It cannot be opened, or not written to.
    case cannotOpen(path: String, String)
    /// It was written by a newer version of the server.
    case newerSchema(found: Int, known: Int)
    /// A constraint of the schema refused a row.
    case duplicate
    case full
    case unavailable(String)
    /// A column that a statement promised is absent, or holds what it must not.
    case unexpected(String)
}

extension SQLFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let path, let why): "cannot open the database \(path): \(why)"
        case .newerSchema(let found, let known):
            "the database was written by a newer enxamed (schema \(found), this one knows \(known))"
        case .duplicate: "a row like this is in the database already"
        case .full: "the disk that holds the database is full"
        case .unavailable(let why): "the database does not answer: \(why)"
        case .unexpected(let column): "the database holds something unreadable in \(column)"
        }
    }
}
