import API
import APIClient
import Domain
import Foundation
import Testing

extension Person {
    /// Makes an account on the server and signs in to it by the command line.
    static func joining(
        _ server: RunningServer, _ username: String, as role: RoleID
    ) async throws -> Person {
        _ = try await server.join(username, as: role)
        return try await signedIn(username, at: server)
    }

    /// Publishes and seeds `file` beside `body`, which gets the entry; then stops in order, so that
    /// the tracker hears the last figures.
    func seeding<T>(
        _ file: String, titled title: String, minRoleWeight: Int = 0, uploadLimit: Int = 0,
        beside body: (CatalogSummary) async throws -> T
    ) async throws -> T {
        try await enxame(
            "seed", "--path", file, "--title", title, "--json",
            "--min-role-weight", "\(minRoleWeight)", "--upload-limit", "\(uploadLimit)",
            "--listen-peers", "127.0.0.1:0"
        ) { seeding in
            let line = try await awaited("\(title) is published; \(seeding.error)") {
                seeding.output.split(separator: "\n").first
            }
            return try await body(
                try WireCoding.decode(CatalogSummary.self, from: Data(line.utf8)))
        }
    }

    /// What `enxame search` finds, read from its JSON.
    func found(_ words: String) async throws -> [CatalogSummary] {
        let ended = try await enxame("search", "--q", words, "--json")
        try #require(ended.code == 0, "\(ended.error)")
        return try WireCoding.decode(CatalogPage.self, from: Data(ended.output.utf8)).items
    }
}

extension APIClient {
    /// Waits until somebody can be downloaded from.
    func awaitSeeder(of entry: CatalogID) async throws {
        try await eventually("entry \(entry) has a seeder") {
            try await call(Endpoints.catalogEntry, ids: [entry.rawValue]).summary.seeders > 0
        }
    }

    /// Bytes up and down of the caller, as the server has them.
    func booked() async throws -> Booked {
        let stats = try await call(Endpoints.me).stats
        return Booked(up: stats.bytesUp.bytes, down: stats.bytesDown.bytes)
    }
}

/// What a member's ledger says.
struct Booked: Equatable {
    let up: Int64
    let down: Int64
}
