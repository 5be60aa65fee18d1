/// A whole answer.
struct HTTPAnswer: Hashable, Sendable {
    var head: HTTPHead
    var body: [UInt8]
}

extension CurlMulti {
    /// Waits for the whole answer; throws `TransportError`, or `CancellationError` when the caller
    /// was cancelled.
    func answer(_ request: HTTPRequest) async throws -> HTTPAnswer {
        var head: HTTPHead?
        var body: [UInt8] = []
        for try await event in start(request) {
            switch event {
            case .head(let received): head = received
            case .chunk(let bytes): body += bytes
            }
        }
        // A stream ends without an error for a listener that was cancelled.
        try Task.checkCancellation()
        guard let head else { throw TransportError.brokenOff("the answer has no head") }
        return HTTPAnswer(head: head, body: body)
    }
}
