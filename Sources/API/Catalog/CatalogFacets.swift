/// What a search found, counted. Only entries that the caller may see are counted.
package struct CatalogFacets: Codable, Hashable, Sendable {
    package struct Bucket: Codable, Hashable, Sendable {
        /// `video`, `ar-livre`, `large`, `week`.
        package let value: String
        package let count: Int
        /// What narrows the search to it when added: `type:video`, `size>=1G size<10G`.
        package let term: String

        package init(value: String, count: Int, term: String) {
            self.value = value
            self.count = count
            self.term = term
        }
    }

    /// The most frequent first.
    package let types: [Bucket]
    /// The most frequent first, at most twelve.
    package let tags: [Bucket]
    /// From small to huge.
    package let sizes: [Bucket]
    /// From the newest; each holds those before it.
    package let ages: [Bucket]
    /// How many entries were counted.
    package let total: Int
    /// Whether there are more, all older than those counted.
    package let totalIsCapped: Bool

    package init(
        types: [Bucket], tags: [Bucket], sizes: [Bucket], ages: [Bucket], total: Int,
        totalIsCapped: Bool
    ) {
        self.types = types
        self.tags = tags
        self.sizes = sizes
        self.ages = ages
        self.total = total
        self.totalIsCapped = totalIsCapped
    }
}
