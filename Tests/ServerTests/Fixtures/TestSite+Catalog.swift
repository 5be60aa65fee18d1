import API
import Domain
import Testing

extension TestSite {
    /// Publishes a torrent; whether it waits for approval is the uploader's affair.
    @discardableResult
    func publish(
        _ number: Int, title: String = "Relatório de Segurança", description: String = "",
        tags: [String] = [], weight: Int = 0, by member: Member
    ) async throws -> CatalogDetail {
        try await call(
            Endpoints.publish,
            body: PublishRequest(
                title: title, description: description, tags: tags,
                minRoleWeight: try #require(RoleWeight(weight)),
                torrent: TestTorrent(number).base64), as: member)
    }

    func search(_ text: String, status: CatalogStatus = .approved, as member: Member) async throws
        -> CatalogPage
    {
        try await call(
            Endpoints.catalog, query: CatalogQuery(q: text, status: status), as: member)
    }
}
