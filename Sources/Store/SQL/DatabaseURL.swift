/// Where a site keeps what it knows: `sqlite:PATH`, or
/// `mysql://user:password@host:port,host2:port2/database?tls=…&ca=…&socket=…&pool=…`.
///
/// Its description holds no password, and neither does a refusal.
package enum DatabaseURL: Hashable, Sendable, CustomStringConvertible {
    case sqlite(path: String)
    case mysql(MySQLAddress)

    /// Why a text is no database URL, in a sentence.
    package struct Refusal: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    package init(_ text: String) throws(Refusal) {
        guard let colon = text.firstIndex(of: ":") else { throw Self.unknown }
        let rest = text[text.index(after: colon)...]
        switch text[..<colon].lowercased() {
        case "sqlite":
            // “sqlite:///path” as others write it.
            let path = String(rest.hasPrefix("//") ? rest.dropFirst(2) : rest)
            guard !path.isEmpty else {
                throw Refusal(description: "a database URL “sqlite:” needs the path of a file")
            }
            self = .sqlite(path: path)
        case "mysql", "mariadb":
            guard rest.hasPrefix("//") else { throw Self.unknown }
            self = .mysql(try MySQLAddress(rest.dropFirst(2)))
        default: throw Self.unknown
        }
    }

    private static let unknown = Refusal(
        description: "a database URL is sqlite:PATH or mysql://user:password@host:port/database")

    package var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .mysql(let address): "\(address)"
        }
    }
}
