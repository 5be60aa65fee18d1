package import Domain

/// What somebody who typed this far may want to find.
package struct CatalogSuggestions: Codable, Hashable, Sendable {
    package struct Title: Codable, Hashable, Sendable {
        package let id: CatalogID
        package let title: String

        package init(id: CatalogID, title: String) {
            self.id = id
            self.title = title
        }
    }

    /// Tags that begin with the last word typed.
    package let tags: [String]
    package let titles: [Title]

    package init(tags: [String], titles: [Title]) {
        self.tags = tags
        self.titles = titles
    }
}
