import API
import Cells
import Client
import Domain
import Testing

@Suite struct SuggestionsTests {
    private func asked(_ stage: Stage) -> [String] {
        stage.effects.compactMap { effect in
            if case .fetchSuggestions(let query) = effect { query.q } else { nil }
        }
    }

    @Test("suggestions are asked for from the second letter of the last word on")
    func asking() {
        var stage = Sample.catalog()
        stage.press("/")
        stage.settle()
        stage.type("s")
        #expect(asked(stage) == [])
        stage.type("eg an")
        #expect(asked(stage) == ["se", "seg", "seg an"])
        #expect(Set(stage.effects.compactMap(\.id)).isSuperset(of: [.suggestions, .catalog]))
    }

    @Test(
        "filters, exclusions and open phrases are not completed, tags are",
        arguments: [
            ("-seg", false), ("size>1G", false), ("type:vid", false), ("\"seg", false),
            ("\"a seg", false), ("tag:se", true), ("tag:s", false), ("東京", true),
        ])
    func syntax(text: String, isAsked: Bool) {
        var stage = Sample.catalog()
        stage.press("/")
        stage.press(.paste(text))
        #expect((stage.state.catalog.suggestions.awaited != nil) == isAsked)
    }

    @Test("an answer to an older question is dropped, also once the field is left")
    func stale() {
        var stage = Sample.catalog()
        stage.press("/")
        stage.type("se")
        let old = stage.state.catalog.suggestions.awaited
        stage.type("g")
        if let old { stage.send(.suggestionsFound(old, .success(Sample.suggestions))) }
        #expect(stage.state.suggestions.isEmpty)
        let last = stage.state.catalog.suggestions.awaited
        stage.settle()
        stage.press(.enter)
        #expect(stage.effects.contains(.cancel(.suggestions)))
        if let last { stage.send(.suggestionsFound(last, .success(Sample.suggestions))) }
        #expect(stage.state.suggestions.isEmpty)
    }

    @Test("letters always go into the field, also while a suggestion has the keys")
    func typing() {
        var stage = Sample.typing()
        stage.press(.down)
        #expect(stage.state.catalog.suggestions.cursor == 0)
        stage.type("a")
        #expect(stage.state.catalog.search.text == "segura")
        #expect(stage.state.catalog.suggestions.cursor == nil)
        #expect(stage.shows("segurança") && !stage.shows("segredo"), "what no longer fits leaves")
        stage.type(" ")
        #expect(stage.state.suggestions.isEmpty)
    }

    @Test("down goes into the list, up out of it, and enter in the field goes to the results")
    func moving() {
        var stage = Sample.typing()
        #expect(stage.status.contains("suggestions"))
        stage.press(.tab, .down)
        #expect(stage.state.catalog.suggestions.cursor == 1)
        stage.press(.up, .up)
        #expect(stage.state.catalog.suggestions.cursor == nil)
        stage.press(.down, .down, .down, .down, .down, .down, .down)
        #expect(stage.state.catalog.suggestions.cursor == stage.state.suggestions.count - 1)
        stage.press(.backtab, .backtab, .backtab, .backtab, .backtab)
        #expect(stage.state.catalog.cursor.index == 0, "the results do not move meanwhile")
        stage.press(.enter)
        #expect(!stage.state.catalog.isSearching)
        #expect(stage.state.catalog.search.text == "segur")
    }

    @Test("a tag takes the place of the word, and one types on")
    func tag() {
        var stage = Sample.typing("relatório segur")
        stage.settle()
        stage.press(.down, .enter)
        #expect(stage.state.catalog.search.text == "relatório tag:segurança ")
        #expect(stage.state.catalog.isSearching)
        #expect(stage.searched == ["relatório tag:segurança "])
        #expect(stage.state.suggestions.isEmpty)
    }

    @Test("a title takes the place of the words, filters stay, and its entry has the keys")
    func title() {
        var stage = Sample.typing("size>1M seg")
        stage.press(.down, .down, .down, .enter)
        #expect(stage.state.catalog.search.text == "size>1M \"Relatório de Segurança 2026\"")
        #expect(!stage.state.catalog.isSearching)
        #expect(stage.searched == [stage.state.catalog.search.text])
    }

    @Test("escape closes the list first, for this word, and then clears the search")
    func escape() {
        var stage = Sample.typing()
        stage.press(.escape)
        #expect(stage.state.suggestions.isEmpty)
        #expect(stage.state.catalog.search.text == "segur")
        stage.type("a")
        #expect(asked(stage).isEmpty)
        stage.type(" an")
        #expect(asked(stage) == ["segura an"])
        stage.press(.escape)
        #expect(stage.state.catalog.search.isEmpty)
    }

    @Test("a list that arrives anew keeps the choice, or gives the keys back to the field")
    func replaced() {
        var stage = Sample.typing()
        stage.press(.down, .down)
        let query = SuggestionsQuery(q: "segur")
        stage.state.catalog.suggestions.awaited = query
        stage.answerSuggestions(CatalogSuggestions(tags: ["segredo"], titles: []))
        #expect(stage.state.catalog.suggestions.cursor == 0)
        stage.state.catalog.suggestions.awaited = query
        stage.answerSuggestions(CatalogSuggestions(tags: ["segunda"], titles: []))
        #expect(stage.state.catalog.suggestions.cursor == nil)
    }

    @Test("a small window shows some of each kind, and the results below", arguments: [10, 24])
    func room(height: Int) {
        let stage = Sample.typing(width: 80, height: height)
        #expect(stage.state.suggestions.contains(.tag("segurança")))
        #expect(stage.state.suggestions.count <= max(3, height / 2))
    }
}
