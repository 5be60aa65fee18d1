package import Domain

/// What a search found, counted by kind, tag, size and age: each list without what has none.
package struct EntryFacets: Sendable {
    package struct Count<Value: Sendable>: Sendable {
        package let value: Value
        package let count: Int

        package init(_ value: Value, _ count: Int) {
            self.value = value
            self.count = count
        }
    }

    package let kinds: [Count<FileKind>]
    package let tags: [Count<String>]
    package let sizes: [Count<SizeRange>]
    package let ages: [Count<AgeRange>]
    /// How many entries were counted.
    package let total: Int
    /// Whether there are more, all older than those counted.
    package let isCapped: Bool

    package init(
        kinds: [Count<FileKind>], tags: [Count<String>], sizes: [Count<SizeRange>],
        ages: [Count<AgeRange>], total: Int, isCapped: Bool
    ) {
        self.kinds = kinds
        self.tags = tags
        self.sizes = sizes
        self.ages = ages
        self.total = total
        self.isCapped = isCapped
    }
}
