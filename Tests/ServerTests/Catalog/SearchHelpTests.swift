import API
import Domain
import Testing

@Suite(.everyEngine) struct SearchHelpTests {
    private func catalog(_ site: TestSite) async throws -> (member: Member, gil: Member) {
        let mia = try await site.member("mia")
        let gil = try await site.member("gil", role: BuiltInRoles.gerente)
        try await site.publish(
            1, title: "Relatório de Segurança",
            description: "Análise anual dos incidentes e das medidas tomadas.",
            tags: ["segurança", "anual"], by: gil)
        try await site.publish(
            2, title: "Plano confidencial", tags: ["segredo"], weight: 600, by: gil)
        return (mia, gil)
    }

    @Test("a mistyped search is told what it was meant to be, and that finds something")
    func didYouMean() async throws {
        try await TestSite.with { site in
            let (mia, _) = try await catalog(site)
            for (typed, meant) in [
                ("relatroio", "relatorio"), ("Relatroio seguransa", "relatorio seguranca"),
                ("\"relatroio de\" -x", "\"relatorio de\" -x"),
                ("tag:anual relatrio", "tag:anual relatorio"),
            ] {
                let page = try await site.search(typed, as: mia)
                #expect(page.total == 0)
                #expect(page.didYouMean == meant)
                #expect(try await site.search(meant, as: mia).total == 1, "\(meant)")
            }
            #expect(try await site.search("relatorio", as: mia).didYouMean == nil)
            #expect(try await site.search("zzzzzz", as: mia).didYouMean == nil)
            #expect(try await site.search("relatroio zzzzzz", as: mia).didYouMean == nil)
        }
    }

    @Test("no help tells of what the caller may not see")
    func visibility() async throws {
        try await TestSite.with { site in
            let (mia, gil) = try await catalog(site)
            #expect(try await site.search("confidencail", as: gil).didYouMean == "confidencial")
            #expect(try await site.search("confidencail", as: mia).didYouMean == nil)
            for (member, tags, titles) in [
                (mia, ["segurança"], ["Relatório de Segurança"]),
                (gil, ["segredo", "segurança"], ["Plano confidencial", "Relatório de Segurança"]),
            ] {
                let seen = try await site.call(
                    Endpoints.catalogSuggestions, query: SuggestionsQuery(q: "seg"), as: member)
                #expect(seen.tags == tags)
                #expect(seen.titles.map(\.title).sorted() == titles)
                let facets = try await site.call(
                    Endpoints.catalogFacets, query: FacetsQuery(q: ""), as: member)
                #expect(facets.total == titles.count)
                #expect(facets.tags.contains { $0.value == "segredo" } == (tags.count == 2))
            }
        }
    }

    @Test("a facet's term finds as many as it counts")
    func facets() async throws {
        try await TestSite.with { site in
            let (_, gil) = try await catalog(site)
            let facets = try await site.call(
                Endpoints.catalogFacets, query: FacetsQuery(), as: gil)
            let buckets = facets.types + facets.tags + facets.sizes + facets.ages
            #expect(buckets.count >= 8)
            for bucket in buckets {
                #expect(try await site.search(bucket.term, as: gil).total == bucket.count)
            }
        }
    }

    @Test("where the description was hit it is shown, the hit marked")
    func snippet() async throws {
        try await TestSite.with { site in
            let (mia, _) = try await catalog(site)
            let found = try await site.search("analise inc", as: mia).items
            let runs = try #require(found.first?.snippet)
            #expect(runs.filter(\.hit).map(\.text) == ["Análise", "incidentes"])
            #expect(
                runs.map(\.text).joined() == "Análise anual dos incidentes e das medidas tomadas.")
            #expect(try await site.search("relatorio", as: mia).items.first?.snippet == nil)
        }
    }
}
