package import API
package import Domain

/// The rows of the catalog as far as they were asked for, page by page; of these, those near the
/// cursor.
///
/// 1. `count` rows are known. A row whose page lies far from the cursor is forgotten: it is `nil`
///    until its page has been fetched again.
/// 2. So many pages are here at most, however long the list is, and the first is always among them.
/// 3. What a row costs does not depend on how long the list is.
package struct CatalogPages: Equatable, Sendable {
    private struct Page: Equatable {
        /// What it was asked for with, and is again.
        let query: PageQuery
        var first: Int
        var count: Int
        /// Empty when it was forgotten.
        var items: [CatalogSummary]

        var isForgotten: Bool { items.isEmpty && count > 0 }
        var end: Int { first + count }
    }

    /// How many pages are kept on either side of the cursor's.
    private static let reach = 4

    private var pages: [Page] = []
    /// Goes back for the page after the last row; `nil` when that is the last one of all.
    package private(set) var next: String?
    /// Whether a search hit a description anywhere.
    package private(set) var hasSnippets = false

    package init() {}

    package var count: Int { pages.last?.end ?? 0 }
    package var isEmpty: Bool { count == 0 }

    package subscript(row: Int) -> CatalogSummary? {
        guard let page = index(of: row).map({ pages[$0] }) else { return nil }
        let place = row - page.first
        return page.items.indices.contains(place) ? page.items[place] : nil
    }

    /// Those that are here, in their order.
    package var loaded: [CatalogSummary] { pages.flatMap(\.items) }

    private var loadedCount: Int { pages.reduce(0) { $0 + $1.items.count } }

    /// Of those that are here.
    package func row(of id: CatalogID) -> Int? {
        for page in pages {
            if let place = page.items.firstIndex(where: { $0.id == id }) {
                return page.first + place
            }
        }
        return nil
    }

    /// What is to be asked for so that these rows are here: the first forgotten page among them.
    package func missing(in rows: Range<Int>) -> PageQuery? {
        guard !rows.isEmpty, var place = index(of: max(0, rows.lowerBound)) else { return nil }
        while place < pages.count, pages[place].first < rows.upperBound {
            if pages[place].isForgotten { return pages[place].query }
            place += 1
        }
        return nil
    }

    /// A list that begins anew.
    package mutating func begin(with items: [CatalogSummary], for query: PageQuery, next: String?) {
        pages = []
        hasSnippets = false
        append(items, for: query, next: next)
    }

    /// The page after the last one, or one that was forgotten.
    ///
    /// - Returns: how far the rows behind it have moved, because the list has changed meanwhile.
    package mutating func take(
        _ items: [CatalogSummary], for query: PageQuery, next: String?
    ) -> (from: Int, by: Int) {
        guard let place = pages.firstIndex(where: { $0.query.cursor == query.cursor }) else {
            append(items, for: query, next: next)
            return (count, 0)
        }
        let fresh = unknown(items, except: place)
        let before = pages[place]
        pages[place].items = fresh
        pages[place].count = fresh.count
        if place == pages.count - 1 { self.next = next }
        note(fresh)
        shift(after: place)
        return (before.end, fresh.count - before.count)
    }

    /// Forgets the pages that are far from a row.
    package mutating func forget(farFrom row: Int) {
        let here = index(of: row) ?? 0
        for place in pages.indices.dropFirst() where abs(place - here) > Self.reach {
            if !pages[place].items.isEmpty { pages[place].items = [] }
        }
    }

    /// Of those that are here.
    package mutating func removeAll(where isGone: (CatalogSummary) -> Bool) {
        for place in pages.indices where pages[place].items.contains(where: isGone) {
            pages[place].items.removeAll(where: isGone)
            pages[place].count = pages[place].items.count
            shift(after: place)
        }
    }

    private mutating func append(
        _ items: [CatalogSummary], for query: PageQuery, next: String?
    ) {
        let fresh = unknown(items, except: nil)
        // An entry that moved while pages were turned may leave nothing of a page.
        if !fresh.isEmpty {
            pages.append(Page(query: query, first: count, count: fresh.count, items: fresh))
        }
        self.next = next
        note(fresh)
    }

    /// Without those that stand in another page already: the list may have moved between two pages.
    private func unknown(_ items: [CatalogSummary], except place: Int?) -> [CatalogSummary] {
        var known = Set<CatalogID>(minimumCapacity: loadedCount + items.count)
        for (index, page) in pages.enumerated() where index != place {
            for item in page.items { known.insert(item.id) }
        }
        return items.filter { known.insert($0.id).inserted }
    }

    private mutating func note(_ items: [CatalogSummary]) {
        for item in items {
            hasSnippets = hasSnippets || item.snippet != nil
        }
    }

    private mutating func shift(after place: Int) {
        for index in pages.indices.dropFirst(place + 1) {
            pages[index].first = pages[index - 1].end
        }
    }

    /// By halves.
    private func index(of row: Int) -> Int? {
        guard row >= 0, row < count else { return nil }
        var (low, high) = (0, pages.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if pages[middle].end <= row { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
