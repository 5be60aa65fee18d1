/// One page of a list.
package struct Page<Item: Codable & Sendable>: Codable, Sendable {
    package let items: [Item]
    /// Goes back as `cursor` for the next page; `nil` on the last.
    package let nextCursor: String?
    /// Of the whole list, where it is cheap to know.
    package let total: Int?

    package init(items: [Item], nextCursor: String? = nil, total: Int? = nil) {
        self.items = items
        self.nextCursor = nextCursor
        self.total = total
    }
}

extension Page {
    private enum CodingKeys: String, CodingKey { case items, nextCursor, total }

    /// Says `null` where there is nothing, so that every page has every key.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(nextCursor, forKey: .nextCursor)
        try container.encode(total, forKey: .total)
    }
}

extension Page: Equatable where Item: Equatable {}
extension Page: Hashable where Item: Hashable {}

/// `?limit=&cursor=`
package struct PageQuery: QueryParameters, Hashable {
    package static let limits = 1...200
    package var limit: Int
    package var cursor: String?

    package init(limit: Int = 50, cursor: String? = nil) {
        self.limit = limit
        self.cursor = cursor
    }

    package init(reading value: (String) -> String?) throws {
        limit = try QueryReading.integer("limit", in: Self.limits, or: 50, value)
        cursor = try QueryReading.text("cursor", upTo: QueryReading.longestCursor, value)
    }

    package var pairs: [(name: String, value: String)] {
        [("limit", String(limit))] + (cursor.map { [("cursor", $0)] } ?? [])
    }
}
