import API
import Domain
import Testing

@Suite struct EndpointTests {
    @Test("no two endpoints share a method and a path")
    func unique() {
        let names = Endpoints.all.map(\.name)
        #expect(Set(names).count == names.count)
        let groups = Endpoints.groups.map(\.name)
        #expect(Set(groups).count == groups.count)
    }

    @Test("an endpoint is written as a router takes it", arguments: ListedEndpoint.all)
    func form(listed: ListedEndpoint) {
        let endpoint = listed.endpoint
        #expect(endpoint.path.hasPrefix("/") && !endpoint.path.hasSuffix("/"))
        for part in endpoint.path.dropFirst().split(
            separator: "/", omittingEmptySubsequences: false)
        {
            #expect(
                part.wholeMatch(of: /\{([a-z]+_)?id\}/) != nil
                    || part.wholeMatch(of: /[a-z.-]+/) != nil)
        }
        #expect(Set(endpoint.pathParameters).count == endpoint.pathParameters.count)
        #expect(!endpoint.summary.isEmpty && !endpoint.summary.hasSuffix("."))
        #expect([200, 201, 204].contains(endpoint.status))
        // 204 has no body; what is not JSON says so.
        let hasReply = endpoint.reply != Nothing.self || endpoint.media != .json
        #expect(hasReply != (endpoint.status == 204))
    }

    @Test("a refusal has a status of the caller's fault and codes", arguments: ListedEndpoint.all)
    func refusals(listed: ListedEndpoint) {
        for refusal in listed.endpoint.everyRefusal {
            #expect((400...599).contains(refusal.status))
            #expect(!refusal.codes.isEmpty)
            #expect(Set(refusal.codes).count == refusal.codes.count)
            for code in refusal.codes {
                #expect(code.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil)
            }
        }
    }

    @Test("what a path names is ruled by something", arguments: ListedEndpoint.all)
    func reach(listed: ListedEndpoint) {
        // What has no standing (a banned address or client) may be named freely, but members,
        // entries, roles and what is somebody's own may not.
        let names = ["/users/{", "/catalog/{", "/roles/{", "/me/", "/invitations/{", "/evidence/{"]
        let hasStanding =
            !listed.endpoint.pathParameters.isEmpty
            && names.contains { listed.endpoint.path.hasPrefix($0) }
        #expect(hasStanding == (listed.endpoint.reach != .nothing))
    }

    @Test("only opening an account, signing in and the server's own pages are open to anyone")
    func openEndpoints() {
        let open = Endpoints.all.filter { $0.access == .anyone }
        #expect(
            Set(open.filter { $0.prefix == Endpoints.prefix }.map(\.path))
                == ["/auth/register", "/auth/login", "/auth/refresh"])
        #expect(
            Set(Endpoints.all.filter { $0.prefix != Endpoints.prefix }.map(\.path))
                == ["/healthz", "/readyz", "/openapi.json", "/docs"])
    }

    @Test("a path takes its ids in order")
    func paths() {
        #expect(Endpoints.catalog.path([]) == "/api/v1/catalog")
        #expect(Endpoints.torrentFile.path([7]) == "/api/v1/catalog/7/torrent")
        #expect(Endpoints.torrentFile.path([], prefix: "") == "/catalog/{id}/torrent")
        #expect(Endpoints.health.path([]) == "/healthz")
    }
}
