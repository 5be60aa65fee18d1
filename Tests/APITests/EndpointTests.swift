import API
import Domain
import Testing

@Suite struct EndpointTests {
    @Test("no two endpoints share a method and a path")
    func unique() {
        let names = ListedEndpoint.all.map(\.testDescription)
        #expect(Set(names).count == names.count)
    }

    @Test("an endpoint is written as a router takes it", arguments: ListedEndpoint.all)
    func form(endpoint: ListedEndpoint) {
        #expect(endpoint.path.hasPrefix("/") && !endpoint.path.hasSuffix("/"))
        for part in endpoint.path.dropFirst().split(
            separator: "/", omittingEmptySubsequences: false)
        {
            #expect(part == "{id}" || part.wholeMatch(of: /[a-z-]+/) != nil)
        }
        #expect(!endpoint.summary.isEmpty && !endpoint.summary.hasSuffix("."))
        #expect([200, 201, 204].contains(endpoint.status))
        // 204 has no body; the torrent and the event stream are not JSON.
        let isRaw = endpoint.path.hasSuffix("/torrent") || endpoint.path == "/events"
        #expect(endpoint.hasReply != (endpoint.status == 204) || isRaw)
    }

    @Test("only opening an account and signing in are open to anyone")
    func openEndpoints() {
        let open = ListedEndpoint.all.filter { $0.access == .anyone }.map(\.path)
        #expect(Set(open) == ["/auth/register", "/auth/login", "/auth/refresh"])
    }

    @Test("a path takes its ids in order")
    func paths() {
        #expect(Endpoints.catalog.path([]) == "/api/v1/catalog")
        #expect(Endpoints.torrentFile.path([7]) == "/api/v1/catalog/7/torrent")
        #expect(Endpoints.torrentFile.path([], prefix: "") == "/catalog/{id}/torrent")
    }
}
