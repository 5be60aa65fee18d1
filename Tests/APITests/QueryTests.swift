import API
import Domain
import Testing

@Suite struct QueryTests {
    @Test("queries come back from their pairs as they were")
    func roundTrip() throws {
        try expectRoundTrip(CatalogQuery())
        try expectRoundTrip(
            CatalogQuery(
                q: "relatorio & =? segurança", sort: .seeders, status: .pending,
                page: PageQuery(limit: 200, cursor: "-1.5_7")))
        try expectRoundTrip(UserQuery(q: "ana", page: PageQuery(limit: 1, cursor: "bia")))
        try expectRoundTrip(UserQuery())
        try expectRoundTrip(PageQuery(limit: 7, cursor: ""))
        try expectRoundTrip(HistoryQuery(bucket: .day, count: 1000))
        #expect(Nothing().pairs.isEmpty)
    }

    @Test("what is left out has a value")
    func fallbacks() throws {
        let query = try CatalogQuery { _ in nil }
        #expect(query == CatalogQuery(q: "", sort: .relevance, status: .approved))
        #expect(query.page.limit == 50)
        #expect(try HistoryQuery { _ in nil } == HistoryQuery(bucket: .hour, count: 168))
    }

    @Test(
        "a limit out of range, or no number, is refused by name",
        arguments: ["0", "-1", "201", "9223372036854775808", "", "ten", "1.0", "0x10", " 5"])
    func limits(text: String) {
        #expect(throws: QueryProblem(parameter: "limit", expected: "a whole number from 1 to 200"))
        {
            try CatalogQuery { $0 == "limit" ? text : nil }
        }
    }

    @Test("each parameter's refusal names it")
    func names() {
        for name in ["sort", "status"] {
            let problem = #expect(throws: QueryProblem.self) {
                try CatalogQuery { $0 == name ? "sideways" : nil }
            }
            #expect(problem?.parameter == name)
            #expect(problem?.expected.hasPrefix("one of ") == true)
        }
        for name in ["bucket", "count"] {
            let problem = #expect(throws: QueryProblem.self) {
                try HistoryQuery { $0 == name ? "1001" : nil }
            }
            #expect(problem?.parameter == name)
        }
    }

    @Test("the documentation knows every parameter, its bounds and what it is when left out")
    func described() throws {
        for endpoint in Endpoints.all { try expectDescribed(endpoint.query) }
        #expect(
            Set(CatalogQuery.parameters.map(\.name)) == ["q", "sort", "status", "limit", "cursor"])
    }

    private func expectDescribed<Query: QueryParameters>(_ query: Query.Type) throws {
        var asked: Set<String> = []
        let left = try Query { name in
            asked.insert(name)
            return nil
        }
        #expect(asked == Set(Query.parameters.map(\.name)), "\(query)")
        let fallbacks = Query.parameters.map { ($0.name, $0.fallback) }
        let written = try Query { name in fallbacks.first { $0.0 == name }?.1 }
        #expect(left.pairs.elementsEqual(written.pairs, by: ==), "\(query)")
        for parameter in Query.parameters {
            for (text, isTaken) in Self.edges(of: parameter.schema) {
                let read = try? Query { $0 == parameter.name ? text : nil }
                #expect((read != nil) == isTaken, "\(query) \(parameter.name)=\(text)")
            }
        }
    }

    /// Values just within and just outside of what a parameter takes.
    private static func edges(of schema: Schema) -> [(String, Bool)] {
        switch schema {
        case .integer(let range):
            [
                ("\(range.lowerBound)", true), ("\(range.upperBound)", true),
                ("\(range.lowerBound - 1)", false), ("\(range.upperBound + 1)", false),
            ]
        case .choice(let choices): choices.map { ($0, true) } + [("sideways", false)]
        case .explained(let inner, _): edges(of: inner)
        default: []
        }
    }

    private func expectRoundTrip<Query: QueryParameters & Equatable>(_ query: Query) throws {
        let pairs = query.pairs
        #expect(Set(pairs.map(\.name)).count == pairs.count)
        let read = try Query { name in pairs.first { $0.name == name }?.value }
        #expect(read == query)
    }
}
