/// What the tiny server does with a request.
enum TinyReply: Sendable {
    case answer(status: Int, type: String, body: String, headers: [String: String] = [:])
    /// Sent piece by piece; then the line stays open, or is closed.
    case stream(pieces: [String], staysOpen: Bool)
    /// Nothing is ever said.
    case silence
    /// The line is closed without a word.
    case hangUp

    static func json(_ body: String, status: Int = 200) -> TinyReply {
        .answer(status: status, type: "application/json", body: body)
    }

    static func problem(_ status: Int, _ code: String, _ detail: String) -> TinyReply {
        .answer(
            status: status, type: "application/problem+json; charset=utf-8",
            body: """
                {"type":"about:blank","title":"T","status":\(status),"code":"\(code)",\
                "detail":"\(detail)"}
                """)
    }

    var bytes: [[UInt8]] {
        switch self {
        case .answer(let status, let type, let body, let headers):
            let extra = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
            let head =
                "HTTP/1.1 \(status) Status\r\nContent-Type: \(type)\r\n\(extra)"
                + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
            return [Array((head + body).utf8)]
        case .stream(let pieces, _):
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
            return [Array(head.utf8)] + pieces.map { Array($0.utf8) }
        case .silence, .hangUp: return []
        }
    }

    var staysOpen: Bool {
        switch self {
        case .stream(_, let staysOpen): staysOpen
        case .silence: true
        case .answer, .hangUp: false
        }
    }
}
