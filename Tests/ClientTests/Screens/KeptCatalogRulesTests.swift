import API
import Client
import Domain
import Testing

/// What is kept of the catalog, and what of it is shown to whom.
@Suite struct KeptCatalogRulesTests {
    private let now = Sample.now.timestamp

    private func kept(as role: RoleID = BuiltInRoles.admin, _ name: String = "zita") -> KeptCatalog
    {
        var kept = KeptCatalog(me: Sample.me(name, role))
        kept.take(CatalogPage(items: Sample.entries), answering: CatalogQuery(), at: now)
        return kept
    }

    private func detail(_ entry: CatalogSummary, _ description: String = "") -> CatalogDetail {
        CatalogDetail(
            summary: entry, description: description, files: [], uploaderRole: "", reason: nil)
    }

    private func ids(_ kept: KeptCatalog, _ query: String = "") -> [Int64] {
        kept.page(answering: CatalogQuery(q: query), at: now).items.map(\.id.rawValue).sorted()
    }

    @Test("one's own uploads are seen whatever their role, others' are not")
    func own() {
        var kept = kept(as: BuiltInRoles.admin, "root")
        kept.take(Sample.me("root", BuiltInRoles.member))
        #expect(ids(kept).contains(5), "root has uploaded it")
        #expect(!ids(kept).contains(8))
    }

    @Test("what the role may not see has no detail either, then and after a promotion")
    func details() {
        let guarded = Sample.entries[7]
        var kept = kept()
        kept.take(detail(guarded))
        #expect(kept.detail(guarded.id) != nil)
        kept.take(Sample.me("zita", BuiltInRoles.member))
        #expect(kept.detail(guarded.id) == nil)
        kept.take(Sample.me("zita", BuiltInRoles.admin))
        #expect(kept.detail(guarded.id) == nil, "what was forgotten does not come back")
        // It was taken in when the role did not count yet.
        var member = KeptCatalog(me: Sample.me("zita", BuiltInRoles.member))
        member.take(detail(guarded))
        member.take(CatalogPage(items: [guarded]), answering: CatalogQuery(), at: now)
        #expect(member.detail(guarded.id) == nil && ids(member).isEmpty)
    }

    @Test("details are bounded, and the one seen longest ago leaves first")
    func bounded() {
        var kept = kept()
        for number in 0...KeptCatalog.mostDetails {
            kept.take(
                detail(
                    Sample.entry(
                        Int64(100 + number), "Entry", .pdf, 1, seeders: 1, leechers: 0,
                        age: Sample.days(2))))
            // It is looked at again and again.
            kept.take(detail(Sample.entries[0]))
        }
        #expect(kept.detail(Sample.entries[0].id) != nil)
        #expect(kept.detail(CatalogID(100)) == nil && kept.detail(CatalogID(101)) == nil)
        #expect(kept.detail(CatalogID(102)) != nil)
    }

    @Test("what is gone is gone with its detail")
    func forgotten() {
        var kept = kept()
        kept.take(detail(Sample.entries[0]))
        kept.forget(Sample.entries[0].id)
        #expect(kept.detail(Sample.entries[0].id) == nil && !ids(kept).contains(1))
    }

    @Test(
        "a page that is the whole catalog leaves nothing else; a search or a later page takes nothing"
    )
    func whole() {
        let first = CatalogPage(items: [Sample.entries[0]])
        var kept = kept()
        for query in [
            CatalogQuery(q: "relat"), CatalogQuery(sort: .size),
            CatalogQuery(page: PageQuery(cursor: "later")),
        ] {
            kept.take(first, answering: query, at: now)
            #expect(ids(kept).count == Sample.entries.count, "\(query)")
        }
        kept.take(first, answering: CatalogQuery(), at: now)
        #expect(ids(kept) == [1])
    }

    @Test(
        "each filter asks what it says",
        arguments: [
            ("by:gil", [2]), ("by:GIL", [2]), ("age<7d", [1, 2]), ("age>60d", [7, 8]),
            ("seeders>20", [1, 6]), ("tag:anual", [1]), ("-type:pdf -type:archive", [2, 4, 6]),
        ])
    func filters(query: String, found: [Int64]) { #expect(ids(kept(), query) == found) }

    @Test("words are looked for in the description too, where that is known")
    func description() {
        var kept = kept()
        #expect(ids(kept, "formigueiro").isEmpty)
        kept.take(detail(Sample.entries[5], "Sobre o formigueiro."))
        #expect(ids(kept, "formigueiro") == [6])
    }
}
