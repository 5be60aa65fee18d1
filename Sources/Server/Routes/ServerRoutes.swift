import API
import Domain
import Hummingbird
import NIOCore
import Service

/// What those who run the server ask it.
struct ServerRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        router.openRaw(Endpoints.health) { _ in Self.text("ok\n") }
        let audit = site.audit
        router.openRaw(Endpoints.readiness) { _ in
            _ = try await audit.audit(before: nil, visibleTo: .guest, limit: 1)
            return Self.text("ready\n")
        }
    }

    private static func text(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
