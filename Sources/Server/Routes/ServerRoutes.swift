import API
import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Service

/// What those who run the server ask it, and the documentation.
struct ServerRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        router.openRaw(Endpoints.health) { _ in
            Self.reply(.text, ByteBuffer(string: "ok\n"))
        }
        let (audit, announcer) = (site.audit, site.announcer)
        router.openRaw(Endpoints.readiness) { _ in
            _ = try await audit.audit(before: nil, visibleTo: .guest, limit: 1)
            guard announcer.figures.isWriterHealthy else {
                throw Problem(
                    503, "database_away",
                    "The ledger could not be written for a while; announces wait for it.")
            }
            return Self.reply(.text, ByteBuffer(string: "ready\n"))
        }
        let document = ByteBuffer(bytes: OpenAPI.document.bytes)
        router.openRaw(Endpoints.openAPI) { _ in Self.reply(.document, document) }
        let page = ByteBuffer(string: DocsPage.html)
        router.openRaw(Endpoints.docs) { _ in
            var response = Self.reply(.page, page)
            response.headers[.contentSecurityPolicy] = DocsPage.policy
            response.headers[.xContentTypeOptions] = "nosniff"
            return response
        }
    }

    private static func reply(_ media: Media, _ bytes: ByteBuffer) -> Response {
        let charset = media == .document ? "" : "; charset=utf-8"
        return Response(
            status: .ok, headers: [.contentType: media.type + charset],
            body: ResponseBody(byteBuffer: bytes))
    }
}
