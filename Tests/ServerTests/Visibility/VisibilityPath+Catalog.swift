import API
import Domain
import Testing

extension VisibilityPath {
    static let catalog = [
        VisibilityPath("GET /catalog") { scene in
            for status in CatalogStatus.allCases {
                for sort in CatalogSort.allCases {
                    for text in ["", "segredo", "tag:segredo", "by:bia", "type:pdf", "-plano"] {
                        let query = CatalogQuery(q: text, sort: sort, status: status)
                        let reply = try await scene.site.send(
                            Endpoints.catalog, [], query: query, as: scene.mia)
                        scene.expectSilence(reply, "\(status) \(sort) \(text)")
                        let page = try WireCoding.decode(CatalogPage.self, from: reply.data)
                        let isSeen = status == .approved && ["", "type:pdf"].contains(text)
                        #expect(page.total == (isSeen ? 1 : 0), "\(status) \(sort) \(text)")
                    }
                }
            }
            let sara = try await scene.site.search("segredo", as: scene.sara)
            #expect(sara.items.map(\.id) == [scene.above.summary.id])
            // “Did you mean”.
            #expect(try await scene.site.search("segerdo", as: scene.mia).didYouMean == nil)
            #expect(try await scene.site.search("segerdo", as: scene.sara).didYouMean == "segredo")
            // Who may approve sees what waits, and nothing above them or deleted.
            for (status, count) in [(CatalogStatus.pending, 1), (.rejected, 1), (.approved, 1)] {
                #expect(
                    try await scene.site.search("", status: status, as: scene.zeca).total == count)
            }
        },
        VisibilityPath("GET /catalog/facets") { scene in
            for status in CatalogStatus.allCases {
                for text in ["", "segredo"] {
                    let reply = try await scene.site.send(
                        Endpoints.catalogFacets, [], query: FacetsQuery(q: text, status: status),
                        as: scene.mia)
                    scene.expectSilence(reply, "\(status) \(text)")
                    let facets = try WireCoding.decode(CatalogFacets.self, from: reply.data)
                    let count = status == .approved && text.isEmpty ? 1 : 0
                    #expect(facets.total == count)
                    #expect(facets.types.map(\.count).reduce(0, +) == count)
                }
            }
        },
        VisibilityPath("GET /catalog/suggestions") { scene in
            for text in ["s", "seg", "segredo", "tag:seg", "um seg"] {
                let reply = try await scene.site.send(
                    Endpoints.catalogSuggestions, [], query: SuggestionsQuery(q: text),
                    as: scene.mia)
                scene.expectSilence(reply, "\(text)")
            }
            let sara = try await scene.site.call(
                Endpoints.catalogSuggestions, query: SuggestionsQuery(q: "seg"), as: scene.sara)
            #expect(sara.tags == ["segredo"] && sara.titles.count == 1)
        },
        VisibilityPath("GET /catalog/{id}") { scene in
            let hidden = scene.hidden.map(\.entry)
            try await scene.expectAbsent(Endpoints.catalogEntry, hidden, as: scene.mia)
            try await scene.expectAbsent(
                Endpoints.catalogEntry, scene.hiddenFromApprovers, as: scene.zeca)
            let shown = try await scene.site.call(
                Endpoints.catalogEntry, scene.above.summary.id.rawValue, as: scene.sara)
            #expect(shown.files.count == 1)
        },
        VisibilityPath("GET /catalog/{id}/torrent") { scene in
            let hidden = scene.hidden.map(\.entry)
            try await scene.expectAbsent(Endpoints.torrentFile, hidden, as: scene.mia)
            try await scene.expectAbsent(
                Endpoints.torrentFile, scene.hiddenFromApprovers, as: scene.zeca)
            let shown = try await scene.site.send(
                Endpoints.torrentFile, [scene.above.summary.id.rawValue], as: scene.sara)
            #expect(shown.status == 200)
        },
        VisibilityPath("GET /catalog/{id}/terms") { scene in
            let hidden = scene.hidden.map(\.entry)
            try await scene.expectAbsent(Endpoints.terms, hidden, as: scene.mia)
            try await scene.expectAbsent(
                Endpoints.terms, scene.hiddenFromApprovers, as: scene.zeca)
        },
        VisibilityPath("PUT /catalog/{id}/terms") { scene in
            try await scene.expectAbsent(
                Endpoints.changeTerms, scene.hidden.map(\.entry), body: .example, as: scene.mia)
        },
        // That a torrent is taken cannot be kept from whoever holds it and publishes it; what it
        // is called, where it is and why it is hidden can.
        VisibilityPath("POST /catalog") { scene in
            var answers: Set<String> = []
            for (_, torrent) in scene.hidden {
                let request = PublishRequest(
                    title: "Meu", description: "", tags: [], minRoleWeight: .guest,
                    torrent: TestTorrent(torrent).base64)
                let reply = try await scene.site.send(
                    Endpoints.publish, [], body: request, as: scene.mia)
                #expect(reply.status == 409)
                scene.expectSilence(reply)
                answers.insert(reply.text)
                #expect(try TestSite.problem(reply).catalogId == nil)
            }
            #expect(answers.count == 1)
        },
        VisibilityPath("DELETE /catalog/{id}") { scene in
            let (hidden, reason) = (scene.hidden.map(\.entry), ReasonBody(reason: "x"))
            try await scene.expectAbsent(
                Endpoints.deleteEntry, hidden, body: reason, as: scene.mia)
            try await scene.expectAbsent(
                Endpoints.deleteEntry, scene.hiddenFromApprovers, body: reason, as: scene.zeca)
        },
        VisibilityPath("PATCH /catalog/{id}") { scene in
            let (hidden, patch) = (scene.hidden.map(\.entry), CatalogPatch(title: "Outro"))
            try await scene.expectAbsent(Endpoints.editEntry, hidden, body: patch, as: scene.mia)
            try await scene.expectAbsent(
                Endpoints.editEntry, scene.hiddenFromApprovers, body: patch, as: scene.zeca)
        },
        VisibilityPath("POST /catalog/{id}/send-back") { scene in
            let reason = ReasonBody(reason: "x")
            try await scene.expectAbsent(
                Endpoints.sendBack, scene.hiddenFromApprovers, body: reason, as: scene.zeca)
            try await expectSameRefusal(Endpoints.sendBack, scene, body: reason)
        },
        VisibilityPath("POST /catalog/{id}/approve") { scene in
            try await scene.expectAbsent(
                Endpoints.approve, scene.hiddenFromApprovers, as: scene.zeca)
            try await expectSameRefusal(Endpoints.approve, scene)
        },
        VisibilityPath("POST /catalog/{id}/reject") { scene in
            let reason = ReasonBody(reason: "x")
            try await scene.expectAbsent(
                Endpoints.reject, scene.hiddenFromApprovers, body: reason, as: scene.zeca)
            try await expectSameRefusal(Endpoints.reject, scene, body: reason)
        },
    ]

    /// Who lacks the permission is told so before anything is looked for.
    private static func expectSameRefusal<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, _ scene: HidingScene, body: Body? = nil
    ) async throws {
        let absent = try await scene.site.send(endpoint, [999_999], body: body, as: scene.mia)
        #expect(absent.status == 403)
        for (entry, _) in scene.hidden {
            let reply = try await scene.site.send(
                endpoint, [entry.summary.id.rawValue], body: body, as: scene.mia)
            #expect(reply.text == absent.text)
        }
    }
}
