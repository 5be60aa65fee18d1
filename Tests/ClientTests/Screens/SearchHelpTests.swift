import API
import Cells
import Client
import Domain
import Testing

@Suite struct SearchHelpTests {
    @Test("a total that was not counted to its end says so")
    func capped() {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type("a")
        stage.answerCatalog(Sample.page(total: 1000, isCapped: true))
        #expect(stage.shows("1,000+ of 12,408"))
        #expect(stage.shows("of 1,000+ ─"))
        #expect(Figures(.portuguese).counted(CatalogTotal(1000, isCapped: true)) == "1.000+")
        #expect(Figures(.english).counted(CatalogTotal(12)) == "12")
    }

    private func mistaken() -> Stage {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type("relatorio seguranka")
        stage.answerCatalog(Sample.page([], didYouMean: "relatorio seguranca"))
        stage.settle()
        return stage
    }

    @Test("what was meant is taken with enter, while typing and after")
    func proposal() {
        for leavesField in [false, true] {
            var stage = mistaken()
            if leavesField { stage.press(.tab) }
            #expect(stage.shows("Did you mean “relatorio seguranca”?"))
            #expect(stage.status.contains("⏎ search that"))
            #expect(stage.status.contains("tab to the results") == !leavesField)
            stage.press(.enter)
            #expect(stage.state.catalog.search.text == "relatorio seguranca")
            #expect(stage.searched == ["relatorio seguranca"])
            stage.answerCatalog(Sample.page(Sample.hits))
            #expect(!stage.shows("Did you mean"))
            #expect(stage.state.catalog.isSearching == !leavesField)
        }
    }

    @Test("what was meant by other words is not taken")
    func outdated() {
        var stage = mistaken()
        stage.type("x")
        stage.settle()
        stage.press(.enter)
        #expect(stage.searched.isEmpty)
        #expect(!stage.state.catalog.isSearching)
    }

    @Test(
        "without a proposal the empty list says what to try",
        arguments: [
            ("xyz", "Try a shorter word"), ("xyz abc", "Try fewer words"),
            ("xyz size>1M tag:a", "Try it without “size>1M tag:a”"),
            ("\"xyz abc\"", "Try it without the quotes"),
        ])
    func advice(text: String, words: String) {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type(text)
        stage.answerCatalog(Sample.page([]))
        #expect(stage.shows(words))
        #expect(stage.shows("Esc clears the search."))
    }

    private func isHit(_ word: String, in stage: Stage) -> Bool {
        let grid = view(stage.state)
        var hit = ""
        for y in 0..<grid.height {
            for x in 0..<grid.width where grid[x, y].style.traits.contains(.underline) {
                hit += grid[x, y].text
            }
            hit += "\n"
        }
        return hit.contains(word)
    }

    @Test("hits are underlined in titles, and in what the detail says")
    func hits() {
        var stage = Sample.typing("relat")
        stage.press(.enter)
        #expect(isHit("Relatório", in: stage))
        #expect(!isHit("Segurança", in: stage))
        var plain = Sample.catalog()
        plain.press("s")
        #expect(!isHit("Relatório", in: plain))
    }

    @Test("the excerpt is in the detail until the whole text comes, or where no detail is shown")
    func snippets() {
        var wide = Sample.typing("segur")
        wide.press(.enter, .down)
        #expect(wide.shows("…medidas de segurança"))
        #expect(isHit("segurança", in: wide))
        var narrow = Sample.typing("segur", width: 80, height: 24)
        narrow.press(.enter)
        #expect(narrow.shows("…medidas de segurança em cada unidade"))
        #expect(isHit("segurança", in: narrow))
        let rows = narrow.screen.split(separator: "\n")
        narrow.press(.down)
        let after = narrow.screen.split(separator: "\n")
        #expect(rows.count == after.count)
        #expect(after[5].contains("Aula 07"), "rows stay where they are")
    }

    @Test("a hit far down in a long text shows the part around it")
    func farDown() {
        var stage = Sample.typing("segur")
        stage.press(.enter)
        let long = String(repeating: "palavras sem fim ", count: 300) + "segurança"
        stage.send(
            .detailFetched(
                CatalogID(1),
                .success(
                    CatalogDetail(
                        summary: Sample.hits[0], description: long, files: [], uploaderRole: "",
                        reason: nil))))
        #expect(stage.shows("…medidas de segurança"))
        #expect(!stage.shows("palavras sem fim"))
    }
}
