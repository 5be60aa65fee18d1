import API
import Cells
import Client
import Domain
import Testing

@Suite struct FacetsTests {
    private static let none = CatalogFacets(
        types: [], tags: [], sizes: [], ages: [], total: 0, totalIsCapped: false)

    private static func open(_ text: String = "", width: Int = 120, height: Int = 36) -> Stage {
        var stage = Sample.catalog(width: width, height: height)
        stage.press("/")
        stage.type(text)
        stage.answerCatalog(Sample.page(Sample.hits, total: 1000, isCapped: true))
        stage.press(.enter)
        stage.settle()
        stage.press("f")
        stage.answerFacets()
        return stage
    }

    private func counted(_ stage: Stage) -> [String] {
        stage.effects.compactMap { effect in
            if case .fetchFacets(let query) = effect { query.q } else { nil }
        }
    }

    @Test("opening asks how the search divides, and says how far was counted")
    func opening() {
        let stage = Self.open("rel")
        #expect(counted(stage) == ["rel"])
        #expect(stage.shows("Narrow the search"))
        #expect(stage.shows("of the newest 1,000"))
        #expect(stage.shows("100 MiB – 1 GiB"))
        #expect(stage.shows("Relatório de Segurança"), "the list stays in sight beside")
    }

    @Test("choosing adds a filter before the word that is a beginning, choosing again removes it")
    func toggling() {
        var stage = Self.open("rel")
        stage.settle()
        stage.press(.enter)
        #expect(stage.state.catalog.search.text == "type:pdf rel")
        #expect(stage.searched == ["type:pdf rel"])
        #expect(counted(stage).isEmpty, "counts follow the answer")
        stage.answerCatalog(Sample.page(Sample.hits))
        #expect(counted(stage) == ["type:pdf rel"])
        #expect(stage.shows("✓ pdf"))
        #expect(stage.status.contains("take out"))
        stage.press(.enter)
        #expect(stage.state.catalog.search.text == "rel")
    }

    @Test("one type, size or age takes the place of another; tags add up")
    func rivals() {
        var stage = Self.open()
        stage.press(.character(" "), .down, .character(" "))
        #expect(stage.state.catalog.search.text == "type:video")
        stage.press(.tab, .enter, .down, .enter)
        #expect(stage.state.catalog.search.text == "tag:anual tag:segurança type:video")
        stage.press(.tab, .down, .enter, .down, .enter)
        #expect(
            stage.state.catalog.search.text
                == "size>=1G size<10G tag:anual tag:segurança type:video")
        stage.press(.enter)
        #expect(stage.state.catalog.search.text == "tag:anual tag:segurança type:video")
    }

    @Test("what is in the search can be taken out where nothing was counted")
    func uncounted() {
        var stage = Self.open("TAG:zzz rel")
        stage.press(.escape)
        stage.press("f")
        stage.answerFacets(Self.none)
        #expect(stage.shows("✓ zzz"))
        stage.press(.enter)
        #expect(stage.state.catalog.search.text == "rel")
    }

    @Test("counts of an older search are dropped, and so are those that come after closing")
    func stale() {
        var stage = Self.open("rel")
        stage.press(.enter)
        stage.answerCatalog(Sample.page(Sample.hits))
        stage.send(.facetsCounted(FacetsQuery(q: "rel"), .success(Self.none)))
        #expect(stage.shows("video"))
        stage.settle()
        stage.press(.escape)
        #expect(stage.effects.contains(.cancel(.facets)))
        stage.send(.facetsCounted(FacetsQuery(q: "type:pdf rel"), .success(Self.none)))
        #expect(stage.state.overlays.isEmpty)
    }

    @Test("the cursor stays on what was chosen when the counts change their order")
    func cursor() {
        var stage = Self.open("rel")
        stage.press(.down, .enter)
        stage.answerCatalog(Sample.page(Sample.hits))
        stage.answerFacets(
            CatalogFacets(
                types: [.init(value: "video", count: 9, term: "type:video")], tags: [], sizes: [],
                ages: [], total: 9, totalIsCapped: false))
        stage.press(.enter)
        #expect(stage.state.catalog.search.text == "rel")
    }

    @Test("a failure says so, and what was counted stays")
    func failure() {
        var stage = Self.open("rel")
        stage.press(.enter)
        stage.answerCatalog(Sample.page(Sample.hits))
        stage.send(
            .facetsCounted(
                FacetsQuery(q: "type:pdf rel"),
                .failure(CommunityFailure(.broken, "The server stumbled."))))
        #expect(stage.shows("! The server stumbled."))
        #expect(stage.shows("video"))
    }

    @Test("every size fits", arguments: [(40, 10), (60, 18), (80, 24), (110, 20), (200, 60)])
    func sizes(width: Int, height: Int) {
        var stage = Self.open("rel", width: width, height: height)
        #expect(stage.shows("Narrow the search"))
        stage.press("G")
        #expect(stage.shows("older"))
        stage.press("g")
        #expect(stage.shows("pdf"))
    }
}
