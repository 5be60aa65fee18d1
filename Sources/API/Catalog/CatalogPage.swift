/// One page of the catalog or of a search in it.
package struct CatalogPage: Codable, Hashable, Sendable {
    package let items: [CatalogSummary]
    /// Goes back as `cursor` for the next page; `nil` on the last.
    package let nextCursor: String?
    /// How many the caller may see, as far as they were counted.
    package let total: Int?
    /// Whether there are more than `total`. Of a search that finds very many, the newest are
    /// ranked and the rest is left out.
    package let totalIsCapped: Bool
    /// The search as it was probably meant, where it found nothing and this finds something.
    package let didYouMean: String?

    package init(
        items: [CatalogSummary], nextCursor: String? = nil, total: Int? = nil,
        totalIsCapped: Bool = false, didYouMean: String? = nil
    ) {
        self.items = items
        self.nextCursor = nextCursor
        self.total = total
        self.totalIsCapped = totalIsCapped
        self.didYouMean = didYouMean
    }
}

extension CatalogPage {
    private enum CodingKeys: String, CodingKey {
        case items, nextCursor, total, totalIsCapped, didYouMean
    }

    /// Says `null` where there is nothing, so that every page has every key.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(nextCursor, forKey: .nextCursor)
        try container.encode(total, forKey: .total)
        try container.encode(totalIsCapped, forKey: .totalIsCapped)
        try container.encode(didYouMean, forKey: .didYouMean)
    }
}
