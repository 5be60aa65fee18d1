/// How many entries there are, as far as they were counted.
package struct CatalogTotal: Hashable, Sendable {
    package let count: Int
    /// Whether there are more.
    package let isCapped: Bool

    package init(_ count: Int, isCapped: Bool = false) {
        self.count = count
        self.isCapped = isCapped
    }
}
