/// One transfer under way. It lives on the queue of its `CurlMulti`, and libcurl holds a pointer to
/// it between `init` and `free`.
final class CurlTransfer {
    typealias Sink = AsyncThrowingStream<HTTPEvent, any Error>.Continuation

    private(set) var easy: Curl.Easy?
    private var headers: UnsafeMutableRawPointer?
    private let sink: Sink
    private let bodyLimit: Int
    private var received = 0
    private var head = HeadParser()

    init(_ request: HTTPRequest, sink: Sink) throws(TransportError) {
        self.sink = sink
        bodyLimit = request.bodyLimit
        let context = Unmanaged.passUnretained(self).toOpaque()
        let made = try Curl.makeEasy(
            request, context: context,
            onHeader: { bytes, size, count, context in
                CurlTransfer.of(context)?.receiveHeader(bytes, size * count) ?? 0
            },
            onBody: { bytes, size, count, context in
                CurlTransfer.of(context)?.receiveBody(bytes, size * count) ?? 0
            })
        easy = made.easy
        headers = made.headers
    }

    /// The transfer must be out of its multi handle, and is over after it.
    func free(error: TransportError?) {
        guard let easy else { return }
        Curl.free(easy: easy, headers: headers)
        self.easy = nil
        headers = nil
        sink.finish(throwing: error)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
        context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private func receiveHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        if let finished = head.read(Self.copy(bytes, count)) { sink.yield(.head(finished)) }
        return count
    }

    private func receiveBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard count <= bodyLimit - received else { return 0 }
        received += count
        sink.yield(.chunk(Self.copy(bytes, count)))
        return count
    }

    private static func copy(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
    }
}
