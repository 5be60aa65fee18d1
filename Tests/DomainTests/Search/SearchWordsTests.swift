import Domain
import Testing

@Suite struct SearchWordsTests {
    @Test(
        "case and accents are left out, and everything that is no letter or digit parts words",
        arguments: [
            ("Relatório de SEGURANÇA 2026", ["relatorio", "de", "seguranca", "2026"]),
            ("relato\u{301}rio", ["relatorio"]), ("rev.C_final-2", ["rev", "c", "final", "2"]),
            ("Straße Øresund Łódź", ["strasse", "oresund", "lodz"]),
            ("ﬁne Ｆｕｌｌ ①", ["fine", "full", "1"]), ("Việt Nam", ["viet", "nam"]),
            ("Отчёт ЁЛКА", ["отчет", "елка"]), ("Ελλάδα", ["ελλαδα"]),
            ("שָׁלוֹם", ["שלום"]), ("मेरी किताब", ["मेरी", "किताब"]),
            ("東京の地図 v2", ["東", "京", "の", "地", "図", "v2"]),
            ("📷👨‍👩‍👧 \u{0}\u{202E}", []), ("can't", ["can", "t"]), ("a\u{200D}b", ["ab"]),
        ])
    func folding(text: String, words: [String]) {
        #expect(SearchWords.of(text) == words)
    }

    @Test("a word stands where it was found")
    func places() {
        let text = "Aula 07: sistemas distribuídos 東京"
        let found = SearchWords.located(in: text).map { String(text[$0.range]) }
        #expect(found == ["Aula", "07", "sistemas", "distribuídos", "東", "京"])
    }

    @Test("a very long word is cut at one length, so that it still finds itself")
    func long() {
        let word = SearchWords.of(String(repeating: "x", count: 5000))
        #expect(word == [String(repeating: "x", count: SearchWords.longest)])
    }

    @Test("splitting twice changes nothing")
    func stable() {
        for text in ["Análise ① ﬁ ß", "İstanbul ĳ Ǆ", "ﷺ ½", "ⓐ Ⓐ"] {
            let once = SearchWords.of(text)
            #expect(once.flatMap { SearchWords.of($0) } == once, "\(text)")
        }
    }
}
