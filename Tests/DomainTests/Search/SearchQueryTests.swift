import Domain
import Testing

@Suite struct SearchQueryTests {
    private func clauses(_ text: String) -> [SearchClause] { SearchQuery(text).clauses }

    @Test("words must all be there, and the last is a beginning until a space follows")
    func words() {
        #expect(
            clauses("Relatório seg") == [
                SearchClause(.words(["relatorio"], endsOpen: false)),
                SearchClause(.words(["seg"], endsOpen: true)),
            ])
        #expect(clauses("seg ") == [SearchClause(.words(["seg"], endsOpen: false))])
    }

    @Test("quotes hold a phrase together, a dash takes away")
    func phrasesAndNegation() {
        #expect(
            clauses("\"sistemas distribuídos\" -rascunho -\"não isto\"") == [
                SearchClause(.words(["sistemas", "distribuidos"], endsOpen: false)),
                SearchClause(.words(["rascunho"], endsOpen: false), isNegated: true),
                SearchClause(.words(["nao", "isto"], endsOpen: false), isNegated: true),
            ])
    }

    @Test("what an index would split stays side by side")
    func innerSeparators() {
        #expect(clauses("rev.C ") == [SearchClause(.words(["rev", "c"], endsOpen: false))])
    }

    @Test(
        "filters are read by name",
        arguments: [
            ("tag:Segurança", SearchTerm.tag("segurança")),
            ("tag:\"ar livre\"", .tag("ar-livre")),
            ("TYPE:pdf", .kind(.pdf)),
            ("by:Ana", .uploader("ana")),
            ("size>1G", .size(SearchBound(.more, 1 << 30))),
            ("size<=1.5MiB", .size(SearchBound(.atMost, 3 << 19))),
            ("size>=10", .size(SearchBound(.atLeast, 10))),
            ("age<7d", .age(SearchBound(.less, 604_800))),
            ("age>2mo", .age(SearchBound(.more, 5_184_000))),
            ("seeds>0", .seeders(SearchBound(.more, 0))),
            ("seeds=3", .seeders(SearchBound(.equal, 3))),
        ])
    func filters(text: String, term: SearchTerm) {
        #expect(clauses(text) == [SearchClause(term)])
        #expect(clauses("-" + text) == [SearchClause(term, isNegated: true)])
    }

    @Test(
        "what is no syntax is searched as words",
        arguments: [
            ("size>abc", ["size", "abc"]), ("type:banana", ["type", "banana"]),
            ("foo:bar", ["foo", "bar"]), ("tag:", ["tag"]), ("seeds>-1", ["seeds", "1"]),
            ("size>99999999999T", ["size", "99999999999t"]), ("\"unclosed", ["unclosed"]),
        ])
    func malformed(text: String, words: [String]) {
        #expect(clauses(text) == [SearchClause(.words(words, endsOpen: true))])
    }

    @Test(
        "nothing is something too",
        arguments: ["", "   ", "-", "--", "\"\"", ":", "\u{202E}", "%_*()^", "-\"\""])
    func empty(text: String) {
        #expect(SearchQuery(text).isEmpty)
    }

    @Test("no text is too strange to read, and none makes more than sixteen clauses")
    func total() {
        var random = SeededNumbers(seed: 7)
        let pieces = Array("ab-\":<>=. \t\n\u{0}é東👨‍👩‍👧9GM")
        for _ in 0..<2000 {
            let text = String(
                (0..<Int.random(in: 0...600, using: &random)).map { _ in
                    pieces[Int.random(in: 0..<pieces.count, using: &random)]
                })
            #expect(SearchQuery(text).clauses.count <= 16)
        }
    }
}

/// The same numbers for the same seed (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
