import API
import Foundation

/// Keeps one event stream open: reads it, opens it again, and says how it stands.
struct EventFeed: Sendable {
    let caller: Caller
    let session: SessionKeeper
    let reader: AnswerReader
    let sink: AsyncStream<FeedEvent>.Continuation

    /// What outlives a single connection.
    private struct Line {
        var lastID = ""
        var retry: Duration?
        var vainTries = 0
    }

    func run() async {
        var line = Line()
        defer { sink.finish() }
        while !Task.isCancelled {
            do throws(APIError) {
                try await listen(&line)
            } catch {
                switch error {
                case .cancelled: return
                case .unauthorised: return end(error)
                case .refused(let problem) where !problem.mayPass: return end(error)
                default: await pause(&line, after: error)
                }
            }
        }
    }

    private func end(_ error: APIError) { sink.yield(.ended(error)) }

    /// Throws whenever the stream ends, however it ends.
    private func listen(_ line: inout Line) async throws(APIError) {
        let token = try await session.accessToken(insteadOf: nil)
        do {
            return try await listen(&line, with: token)
        } catch .unauthorised {
            let fresh = try await session.accessToken(insteadOf: token)
            return try await listen(&line, with: fresh)
        }
    }

    private func listen(_ line: inout Line, with token: String) async throws(APIError) {
        let request = try request(lastID: line.lastID).authorised(by: token)
        var parser = ServerSentEventParser()
        var refusal: HTTPAnswer?
        do {
            for try await event in caller.transport.start(request) {
                switch event {
                case .head(let head) where isStream(head):
                    line.vainTries = 0
                    sink.yield(.live)
                case .head(let head): refusal = HTTPAnswer(head: head, body: [])
                case .chunk(let bytes) where refusal != nil: refusal?.body += bytes
                case .chunk(let bytes):
                    for event in try parser.read(bytes) { deliver(event) }
                    if !parser.lastID.isEmpty { line.lastID = parser.lastID }
                    line.retry = parser.retry ?? line.retry
                }
            }
        } catch {
            throw APIError(error, host: caller.server.host)
        }
        guard !Task.isCancelled else { throw .cancelled }
        if let refusal {
            try reader.check(refusal, for: Endpoints.events.access)
            throw reader.badAnswer("it sent something else than events")
        }
        throw .unreachable(host: caller.server.host, reason: "it closed the line")
    }

    private func request(lastID: String) throws(APIError) -> HTTPRequest {
        var request = try caller.request(
            Endpoints.events, ids: [], query: Nothing(), body: Nothing())
        request.headers = [("Accept", "text/event-stream"), ("Cache-Control", "no-cache")]
        if !lastID.isEmpty { request.headers.append(("Last-Event-ID", lastID)) }
        request.timeout = nil
        request.longestSilence = caller.pace.silence
        request.bodyLimit = .max
        return request
    }

    private func isStream(_ head: HTTPHead) -> Bool {
        head.status == 200 && head.contentType == "text/event-stream"
    }

    /// A kind that this program does not know yet is passed over.
    private func deliver(_ event: ServerSentEvent) {
        let data = Data(event.data.utf8)
        if let happened = try? WireCoding.decode(CommunityEvent.self, from: data) {
            sink.yield(.happened(happened))
        }
    }

    /// Doubles with each vain try, and spreads: the clients of a server that restarts shall not
    /// come back in one moment.
    private func pause(_ line: inout Line, after error: APIError) async {
        let first = line.retry ?? caller.pace.reconnect
        let doubled = first * (1 << min(line.vainTries, 10))
        let wait = min(doubled, caller.pace.longestReconnect) * Double.random(in: 0.75...1.25)
        line.vainTries += 1
        sink.yield(.reconnecting(seconds: Int(wait.components.seconds) + 1, error))
        try? await Task.sleep(for: wait)
    }
}

extension Problem {
    /// Whether the refusal is about the moment and not about the caller.
    fileprivate var mayPass: Bool { status >= 500 || status == 429 }
}
