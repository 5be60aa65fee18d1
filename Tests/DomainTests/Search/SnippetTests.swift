import Domain
import Testing

@Suite struct SnippetTests {
    private func shown(_ text: String, _ query: String, width: Int = 160) -> String? {
        Snippet.of(text, SearchQuery(query), width: width).map { runs in
            runs.map { $0.hit ? "[\($0.text)]" : $0.text }.joined()
        }
    }

    @Test("hits are marked as they are written, and a beginning marks its whole word")
    func marks() {
        #expect(
            shown("Análise anual dos incidentes", "analise inc")
                == "[Análise] anual dos [incidentes]")
        #expect(shown("das trilhas do mapa", "\"das trilhas\"") == "[das] [trilhas] do mapa")
        #expect(shown("trilhas das montanhas", "\"das trilhas\"") == nil)
    }

    @Test("what a search takes away, or asks of tags, marks nothing")
    func unmarked() {
        #expect(shown("mapa das trilhas", "-mapa tag:trilhas") == nil)
        #expect(shown("mapa das trilhas", "") == nil)
    }

    @Test("a long text is cut around its first hit, between words")
    func cut() throws {
        let filler = String(repeating: "palavra ", count: 60)
        let text = try #require(shown(filler + "enxame " + filler, "enxame ", width: 80))
        #expect(text.hasPrefix("…palavra"))
        #expect(text.hasSuffix("…"))
        #expect(text.contains("palavra [enxame] palavra"))
        #expect(text.count < 90)
    }

    @Test("paragraphs become one line")
    func line() {
        #expect(
            shown("um\n\nenxame\nde abelhas", "enxame ") == "um [enxame] de abelhas")
    }
}
