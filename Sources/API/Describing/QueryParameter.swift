/// One name behind the `?`.
package struct QueryParameter: Sendable {
    package let name: String
    package let schema: Schema
    /// What it is when it is left out, as it would be written.
    package let fallback: String?
    package let meaning: String

    package init(_ name: String, _ schema: Schema, fallback: String? = nil, _ meaning: String) {
        self.name = name
        self.schema = schema
        self.fallback = fallback
        self.meaning = meaning
    }

    package static let search = QueryParameter(
        "q", .text(0...1000), fallback: "",
        "Words that must all match, \"phrases\", -not, tag:x, type:video, size>1G, age<7d, seeds>0")
}

extension Nothing {
    package static var parameters: [QueryParameter] { [] }
}

extension PageQuery {
    package static var parameters: [QueryParameter] {
        [
            QueryParameter(
                "limit", .integer(Int64(limits.lowerBound)...Int64(limits.upperBound)),
                fallback: "50", "How many at most"),
            QueryParameter("cursor", .text(0...200), "The `next_cursor` of the page before"),
        ]
    }
}
