import HTTPTypes
import Hummingbird
import NIOCore
import Service
import TrackerPort

/// Answers whoever watches the server.
struct MetricsResponder: HTTPResponder {
    let announcer: Announcer
    let meter: TrackerMeter
    let evidence: EvidenceRoom
    let port: @Sendable () -> PortFigures

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        guard request.method == .get, request.uri.path == "/metrics" else {
            return Response(status: .notFound)
        }
        let page = MetricsPage(
            announces: meter.counts, tracker: announcer.figures, port: port(),
            evidence: await evidence.figures)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.text)))
    }
}
