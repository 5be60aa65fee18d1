import Domain
import Testing

@testable import bench

@Suite("The searches that are measured")
struct QueryMakerTests {
    private static let queries = QueryMaker(maker: CatalogMaker(seed: 3, words: 5000), items: 5000)

    @Test("Every kind has as many as asked for, the same each time", arguments: SearchCase.allCases)
    func counts(_ kind: SearchCase) {
        let made = Self.queries.queries(kind, count: 40)
        #expect(made.count == 40)
        #expect(made == Self.queries.queries(kind, count: 40))
    }

    @Test("Two letters typed are two letters that stay open")
    func beginnings() {
        for query in Self.queries.queries(.twoLetters, count: 50) {
            #expect(query.count == 2)
            #expect(SearchQuery(query).clauses.map(\.term) == [.words([query], endsOpen: true)])
        }
    }

    @Test("No word begins as a mistyped one")
    func typos() {
        let vocabulary = Self.queries.maker.vocabulary
        for query in Self.queries.queries(.typo, count: 50) {
            #expect(!vocabulary.hasWord(beginningWith: query))
        }
    }
}
