import API
import Client
import Domain
import Testing

@Suite struct CatalogPagesTests {
    private static func entry(_ id: Int, minimum: Int = 0) -> CatalogSummary {
        Sample.entry(
            Int64(id), "Title \(id)", .pdf, 1, seeders: 1, leechers: 0, age: Sample.days(1),
            minimum: minimum)
    }

    /// A list of which so many pages of sixty were turned, one after the other.
    private func turned(_ pages: Int) -> CatalogPages {
        var list = CatalogPages()
        for page in 0..<pages {
            let items = (page * 60..<(page + 1) * 60).map { Self.entry($0) }
            if page == 0 {
                list.begin(with: items, for: PageQuery(limit: 60), next: "1")
            } else {
                _ = list.take(
                    items, for: PageQuery(limit: 60, cursor: "\(page)"), next: "\(page + 1)")
            }
            list.forget(farFrom: list.count - 1)
        }
        return list
    }

    @Test("however far somebody scrolls, few rows are here, and each is found by its number")
    func bounded() {
        let list = turned(200)
        #expect(list.count == 12_000)
        #expect(list.loaded.count <= 60 * 8)
        #expect(list[11_999]?.title == "Title 11999")
        #expect(list[11_900]?.title == "Title 11900")
        #expect(list[6000] == nil && list[12_000] == nil && list[-1] == nil)
        // The beginning stays: one key goes there from anywhere.
        #expect(list[59]?.title == "Title 59")
        #expect(list.next == "200")
    }

    @Test("a page that was forgotten is asked for as it was the first time")
    func missing() {
        let list = turned(50)
        #expect(list.missing(in: 2940..<3000) == nil)
        #expect(list.missing(in: 1000..<1040) == PageQuery(limit: 60, cursor: "16"))
        #expect(list.missing(in: 0..<100) == PageQuery(limit: 60, cursor: "1"))
        #expect(list.missing(in: 0..<0) == nil && CatalogPages().missing(in: 0..<5) == nil)
    }

    @Test("fetched again, a page may be shorter or longer, and what follows moves")
    func refilled() {
        var list = turned(50)
        let query = PageQuery(limit: 60, cursor: "16")
        let moved = list.take((960..<1018).map { Self.entry($0) }, for: query, next: "17")
        #expect(moved.from == 1020 && moved.by == -2)
        #expect(list.count == 2998 && list[2997]?.title == "Title 2999")
        #expect(list[960]?.title == "Title 960" && list.next == "50")
    }

    @Test("an entry that moved into the next page stands in one of them")
    func overlap() {
        var list = turned(1)
        _ = list.take(
            (58..<70).map { Self.entry($0) }, for: PageQuery(limit: 60, cursor: "1"), next: nil)
        #expect(list.count == 70 && list.next == nil)
        #expect(Set(list.loaded.map(\.id)).count == 70)
        #expect(list.row(of: CatalogID(65)) == 65)
    }

    @Test("what is removed leaves no hole")
    func removal() {
        var list = turned(2)
        list.removeAll { $0.id == CatalogID(10) }
        #expect(list.count == 119 && list[10]?.title == "Title 11")
        #expect(list[118]?.title == "Title 119")
    }
}
