import Dispatch
import Foundation

extension MariaDBServer {
    /// A new database, or the one of that name.
    @discardableResult
    package func makeDatabase(
        _ name: String = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
    ) throws -> String {
        try execute("create database if not exists \(name) character set utf8mb4")
        return name
    }

    /// As `makeDatabase`, on a thread of its own: with many tests at once, waiting for the server
    /// would take every thread that the others run on.
    package func makeDatabaseAside(_ name: String) async throws {
        try await withCheckedThrowingContinuation { continuation in
            Self.aside.async {
                continuation.resume(with: Result { _ = try self.makeDatabase(name) })
            }
        }
    }

    package func dropDatabaseAside(_ name: String) {
        Self.aside.async { self.dropDatabase(name) }
    }

    private static let aside = DispatchQueue(label: "enxame.test.databases")

    package func dropDatabase(_ name: String) {
        // A server that is gone has taken its databases along.
        try? execute("drop database if exists \(name)")
    }

    /// As `ENXAME_DATABASE_URL` takes it, through `port`, or the one of a relay.
    package func url(
        _ database: String, port: Int? = nil, host: String = "127.0.0.1", settings: String = ""
    ) -> String {
        "mysql://\(Self.access)@\(host):\(port ?? self.port)/\(database)"
            + (settings.isEmpty ? "" : "?\(settings)")
    }

    /// User and password, encoded.
    package static var access: String {
        let encoded = password.utf8.map { byte in
            Character(UnicodeScalar(byte)).isLetter
                ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }
        return "\(user):\(encoded.joined())"
    }
}
