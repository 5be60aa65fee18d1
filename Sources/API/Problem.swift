package import Domain

/// An error as RFC 9457 has it (`application/problem+json`), with a stable `code` for programs and
/// a sentence in `detail` for people.
package struct Problem: Codable, Hashable, Sendable, Error {
    package static let contentType = "application/problem+json"

    /// A URI reference; `about:blank` says that `title` is the status's own.
    package let type: String
    package let title: String
    package let status: Int
    package let code: String
    package let detail: String
    /// The entry that is in the way, where there is one and the caller may see it.
    package let catalogId: CatalogID?

    package init(
        status: Int, title: String, code: String, detail: String, catalogId: CatalogID? = nil
    ) {
        type = "about:blank"
        self.status = status
        self.title = title
        self.code = code
        self.detail = detail
        self.catalogId = catalogId
    }
}
