import Foundation
import Store
import TestMariaDB
import Testing

/// A database of its own on a real server, and an engine over it.
struct MySQLStage: Sendable {
    let server: MariaDBServer
    let database: String
    let engine: MySQLEngine

    static func with(
        _ server: MariaDBServer? = nil, limits: MySQLLimits = MySQLLimits(), settings: String = "",
        _ test: (MySQLStage) async throws -> Void
    ) async throws {
        let shared = try await MariaDBServer.shared()
        let server = server ?? shared
        let database = try server.makeDatabase()
        defer { server.dropDatabase(database) }
        let engine = try await MySQLEngine.open(
            server.address(database, settings: settings), limits: limits)
        do {
            try await test(MySQLStage(server: server, database: database, engine: engine))
        } catch {
            try await engine.close()
            throw error
        }
        try await engine.close()
    }

    func define(_ sql: String) async throws {
        try await engine.write { try $0.define(sql) }
    }

    /// The first column of the first row, as the server's own client sees it.
    func select(_ sql: String) throws -> String? {
        try server.select("use \(database); \(sql)").first
    }
}

extension MariaDBServer {
    func address(_ database: String, port: Int? = nil, settings: String = "") throws -> MySQLAddress
    {
        let url = try DatabaseURL(url(database, port: port, settings: settings))
        guard case .mysql(let address) = url else { throw WrongURL() }
        return address
    }
}

struct WrongURL: Error {}
