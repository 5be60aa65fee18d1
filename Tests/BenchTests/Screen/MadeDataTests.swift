import API
import Domain
import Testing

@testable import bench

@Suite("What the screen is measured with")
struct MadeDataTests {
    @Test("A catalog's pages join to all of its entries, once each")
    func pages() {
        let catalog = MadeCatalog(count: 130)
        var query = CatalogQuery(q: "", page: PageQuery(limit: 60))
        var titles: [String] = []
        repeat {
            let page = catalog.page(query)
            titles += page.items.map(\.title)
            query.page.cursor = page.nextCursor
        } while query.page.cursor != nil
        #expect(titles.count == 130 && Set(titles).count == 130)
        #expect(catalog.detail(77).summary == catalog.entry(76))
    }

    @Test("So many torrents change as were asked for, and stay what they are")
    func changes() {
        var made = MadeTransfers(count: 100, isMoving: true)
        let before = made.all
        for _ in 0..<50 {
            #expect(made.change(20).count == 20)
        }
        #expect(before.map(\.id) == made.all.map(\.id))
        #expect(before != made.all)
        #expect(made.all.allSatisfy { $0.done <= $0.size })
    }

    @Test("Where nothing moves every rate is nothing")
    func still() {
        let made = MadeTransfers(count: 50, isMoving: false)
        #expect(made.all.allSatisfy { $0.downloadRate == .zero && $0.uploadRate == .zero })
    }
}
