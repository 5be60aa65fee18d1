package import Domain

package enum CatalogSort: String, CaseIterable, Codable, Sendable {
    case relevance, newest, seeders, size
}

/// `?q=&status=`
package struct FacetsQuery: QueryParameters, Hashable {
    package var q: String
    package var status: CatalogStatus

    package init(q: String = "", status: CatalogStatus = .approved) {
        self.q = q
        self.status = status
    }

    package init(reading value: (String) -> String?) throws {
        q = try QueryReading.text("q", upTo: QueryReading.longestSearch, value) ?? ""
        status = try QueryReading.choice("status", or: .approved, value)
    }

    package var pairs: [(name: String, value: String)] {
        (q.isEmpty ? [] : [("q", q)]) + [("status", status.rawValue)]
    }
}

/// `?q=&limit=`
package struct SuggestionsQuery: QueryParameters, Hashable {
    package static let limits = 1...20
    package var q: String
    /// Tags, and titles, at most.
    package var limit: Int

    package init(q: String, limit: Int = 5) {
        self.q = q
        self.limit = limit
    }

    package init(reading value: (String) -> String?) throws {
        q = try QueryReading.text("q", upTo: QueryReading.longestSearch, value) ?? ""
        limit = try QueryReading.integer("limit", in: Self.limits, or: 5, value)
    }

    package var pairs: [(name: String, value: String)] { [("q", q), ("limit", String(limit))] }
}

/// `?q=&sort=&status=&limit=&cursor=`
package struct CatalogQuery: QueryParameters, Hashable {
    package var q: String
    package var sort: CatalogSort
    package var status: CatalogStatus
    package var page: PageQuery

    package init(
        q: String = "", sort: CatalogSort = .relevance, status: CatalogStatus = .approved,
        page: PageQuery = PageQuery()
    ) {
        self.q = q
        self.sort = sort
        self.status = status
        self.page = page
    }

    package init(reading value: (String) -> String?) throws {
        q = try QueryReading.text("q", upTo: QueryReading.longestSearch, value) ?? ""
        sort = try QueryReading.choice("sort", or: .relevance, value)
        status = try QueryReading.choice("status", or: .approved, value)
        page = try PageQuery(reading: value)
    }

    package var pairs: [(name: String, value: String)] {
        (q.isEmpty ? [] : [("q", q)])
            + [("sort", sort.rawValue), ("status", status.rawValue)] + page.pairs
    }
}
