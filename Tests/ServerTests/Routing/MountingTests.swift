import API
import Hummingbird
import Service
import Testing

@testable import Server

@Suite struct MountingTests {
    @Test("every listed endpoint has a route")
    func everyEndpointIsMounted() async throws {
        try await TestSite.with { site in
            for endpoint in Endpoints.all {
                let path = endpoint.prefix + endpoint.path.replacing(/\{[a-z]+\}/, with: "1")
                let reply = try await site.raw(endpoint.method, path)
                if endpoint.access != .anyone {
                    #expect(reply.status == 401, "\(endpoint.name)")
                } else if reply.status != endpoint.status {
                    let code = try TestSite.problem(reply).code
                    #expect(!["no_such_endpoint", "no_such_method"].contains(code))
                }
            }
        }
    }

    @Test("a route whose endpoint is not listed stops the start")
    func unlisted() async {
        await #expect(processExitsWith: .failure) {
            let home = try await TestHome()
            let router = EndpointRouter(
                router: Router(context: APIContext.self), signIn: home.site.signIn,
                pace: RequestPace(settings: home.site.settings) { .now })
            let forgotten = Endpoint<Nothing, Nothing, Nothing>(
                .get, "/forgotten", .signedIn, status: 204, "Nobody listed this")
            router.signed(forgotten) { _, _ in Nothing() }
        }
    }

    @Test("a handler with less proof than its endpoint asks for stops the start")
    func lesserProof() async {
        await #expect(processExitsWith: .failure) {
            let home = try await TestHome()
            let router = EndpointRouter(
                router: Router(context: APIContext.self), signIn: home.site.signIn,
                pace: RequestPace(settings: home.site.settings) { .now })
            router.signed(Endpoints.audit) { _, _ in throw ServiceError.invitationNeeded }
        }
        await #expect(processExitsWith: .failure) {
            let home = try await TestHome()
            let router = EndpointRouter(
                router: Router(context: APIContext.self), signIn: home.site.signIn,
                pace: RequestPace(settings: home.site.settings) { .now })
            router.signed(Endpoints.ownSessions) { _, _ in throw ServiceError.invitationNeeded }
        }
    }
}
