import API
import APIClient
import Domain

/// Puts a torrent into the catalog, or finds it there.
struct Publishing {
    let client: APIClient

    func publish(_ request: PublishRequest, hash: InfoHash) async throws -> CatalogSummary {
        do {
            return try await client.call(Endpoints.publish, body: request).summary
        } catch .refused(let problem) where problem.code == "already_published" {
            guard let entry = problem.catalogId else { throw APIError.refused(problem) }
            return try await client.call(Endpoints.catalogEntry, ids: [entry.rawValue]).summary
        }
    }
}
