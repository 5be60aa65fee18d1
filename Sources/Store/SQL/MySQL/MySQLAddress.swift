/// Where a database server is, and how it lets us in. Its description holds no password.
package struct MySQLAddress: Hashable, Sendable, CustomStringConvertible {
    package struct Host: Hashable, Sendable {
        package let name: String
        package let port: UInt16

        package init(name: String, port: UInt16) {
            self.name = name
            self.port = port
        }
    }

    package enum TLS: String, CaseIterable, Sendable {
        case off
        /// Where the server has it; whoever stands in between can read and be the server.
        case preferred
        /// Always; whoever stands in between can be the server.
        case required
        /// Always, with a certificate that names the host and that the authorities vouch for.
        case verify
    }

    package var user: String
    package var password: String
    /// Tried in this order, and again in turn when one goes away.
    package var hosts: [Host]
    package var database: String
    package var tls = TLS.preferred
    /// A file with the certificates of authorities, instead of the system's.
    package var authorities: String?
    /// A socket in the file system, instead of the hosts.
    package var socket: String?
    /// The most connections at once.
    package var pool = 8

    package var description: String {
        let place =
            socket
            ?? hosts.map { host in
                host.name.contains(":")
                    ? "[\(host.name)]:\(host.port)" : "\(host.name):\(host.port)"
            }.joined(separator: ",")
        return "mysql://\(place)/\(database)"
    }
}
