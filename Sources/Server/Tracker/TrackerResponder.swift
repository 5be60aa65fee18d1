import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import TrackerWire

/// The connection that a request came over, which Hummingbird's own contexts do not keep.
struct TrackerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

/// The tracker over TLS, where speed is not what is asked for; without it, `TrackerFront` listens.
struct TrackerResponder: HTTPResponder {
    let answers: TrackerAnswers
    let proxies: TrustedProxies

    func respond(to request: Request, context: TrackerContext) async throws -> Response {
        let body = await answer(request, context)
        return Response(
            status: .ok, headers: [.contentType: "text/plain", .connection: "close"],
            body: Self.lastWords(body, over: context.channel))
    }

    /// A client asks once in half an hour, so its connection is not kept. Hummingbird looks only at
    /// the request's `connection` header, never at that of the answer.
    private static func lastWords(_ bytes: [UInt8], over channel: any Channel) -> ResponseBody {
        ResponseBody(contentLength: bytes.count) { writer in
            try await writer.write(ByteBuffer(bytes: bytes))
            try await writer.finish(nil)
            channel.close(mode: .output, promise: nil)
        }
    }

    private func answer(_ request: Request, _ context: TrackerContext) async -> [UInt8] {
        guard request.method == .get else {
            return answers.refuse(TrackerFront.onlyGet)
        }
        let query = Array((request.uri.query ?? "").utf8)
        let path = request.uri.path
        let read = Result { () throws(AnnounceError) in
            try TrackerRequest.read(path: path, query: query)
        }
        let peer = context.channel.remoteAddress.flatMap(IPAddress.init(socket:))
        return await answers.body(read, from: proxies.sender(peer: peer, request.headers))
    }
}
