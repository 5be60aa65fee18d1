package import Domain

/// What a search of the catalog found, and what helps a person who searched.
package struct Finds: Sendable {
    package let page: EntryPage
    /// As the text was read.
    package let query: SearchQuery
    /// The text as it was probably meant, where it finds something and the text itself nothing.
    package let didYouMean: String?

    package init(page: EntryPage, query: SearchQuery, didYouMean: String? = nil) {
        self.page = page
        self.query = query
        self.didYouMean = didYouMean
    }
}
