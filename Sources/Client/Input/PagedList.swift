package import API
import Cells

/// A list that comes page by page, and the row under its cursor.
package struct PagedList<Item: Codable & Equatable & Sendable>: Equatable, Sendable {
    package private(set) var items: [Item] = []
    /// Of the whole list, where the server counted it.
    package private(set) var total: Int?
    package private(set) var awaited: PageQuery?
    package private(set) var hasAnswer = false
    package private(set) var failure: CommunityFailure?
    package var cursor = ListCursor()
    private var nextCursor: String?

    package init() {}

    package var current: Item? {
        items.indices.contains(cursor.index) ? items[cursor.index] : nil
    }

    package var hasMore: Bool { nextCursor != nil }

    /// `8`, or `100+` where nobody counted and there are more.
    package func count(_ figures: Figures) -> String {
        guard hasAnswer else { return "" }
        if let total { return figures.grouped(total) }
        return figures.grouped(items.count) + (hasMore ? "+" : "")
    }

    /// The first page, anew; what is shown stays until it comes.
    package mutating func ask() -> PageQuery {
        let query = PageQuery(limit: 100)
        awaited = query
        return query
    }

    /// The next page, once the cursor nears the end of what is here.
    package mutating func askMore() -> PageQuery? {
        guard awaited == nil, failure == nil, let nextCursor, cursor.index >= items.count - 20
        else { return nil }
        let query = PageQuery(limit: 100, cursor: nextCursor)
        awaited = query
        return query
    }

    /// Takes in the page that was asked for last, and no other; the cursor stays on its item.
    ///
    /// - Returns: why there is none.
    package mutating func take(
        _ outcome: Outcome<Page<Item>>, for query: PageQuery, by id: (Item) -> some Hashable
    ) -> CommunityFailure? {
        guard query == awaited else { return nil }
        awaited = nil
        switch outcome {
        case .failure(let failure):
            self.failure = failure
            return failure
        case .success(let page):
            let here = current.map(id)
            failure = nil
            hasAnswer = true
            total = page.total ?? (query.cursor == nil ? nil : total)
            nextCursor = page.nextCursor
            let known = query.cursor == nil ? [] : Set(items.map(id))
            items =
                (query.cursor == nil ? [] : items) + page.items.filter { !known.contains(id($0)) }
            if let here, let row = items.firstIndex(where: { id($0) == here }) {
                cursor.index = row
            }
            return nil
        }
    }

    package mutating func insert(_ item: Item) {
        items.insert(item, at: 0)
        total = total.map { $0 + 1 }
        cursor.index = 0
    }

    package mutating func replace(_ item: Item, where isSame: (Item) -> Bool) {
        if let row = items.firstIndex(where: isSame) { items[row] = item }
    }

    package mutating func remove(where isGone: (Item) -> Bool) {
        let before = items.count
        items.removeAll(where: isGone)
        total = total.map { max(0, $0 - (before - items.count)) }
    }

    package mutating func move(_ motion: Motion, height: Int) {
        cursor.move(motion, count: items.count, height: height)
    }

    package mutating func settle(height: Int) {
        cursor.settle(count: items.count, height: height)
    }

    func window(height: Int) -> ListWindow {
        cursor.window(count: items.count, height: height)
    }
}
