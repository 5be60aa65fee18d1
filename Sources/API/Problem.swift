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

    package init(status: Int, title: String, code: String, detail: String) {
        type = "about:blank"
        self.status = status
        self.title = title
        self.code = code
        self.detail = detail
    }
}
