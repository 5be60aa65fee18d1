import API
internal import CCurl

/// The one place that speaks to libcurl: handles in and out are its own pointers, every status
/// becomes a `TransportError`.
enum Curl {
    typealias Multi = UnsafeMutableRawPointer
    typealias Easy = UnsafeMutableRawPointer
    /// Whether to go on: false breaks the transfer off.
    typealias Receiver =
        @convention(c) (
            UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?
        ) -> Int

    /// Once a process, and before anything else.
    private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    // MARK: multi

    /// The caller frees it.
    static func makeMulti() -> Multi? {
        isReady ? curl_multi_init() : nil
    }

    static func free(multi: Multi) { curl_multi_cleanup(multi) }

    static func add(_ easy: Easy, to multi: Multi) throws(TransportError) {
        let code = curl_multi_add_handle(multi, easy)
        guard code == CURLM_OK else { throw .failed(String(cString: curl_multi_strerror(code))) }
    }

    static func remove(_ easy: Easy, from multi: Multi) {
        curl_multi_remove_handle(multi, easy)
    }

    static func perform(_ multi: Multi) {
        var running: Int32 = 0
        curl_multi_perform(multi, &running)
    }

    /// Until something can be done, or somebody wakes it.
    static func wait(_ multi: Multi) { curl_multi_poll(multi, nil, 0, 60_000, nil) }

    /// May be called from any thread.
    static func wake(_ multi: Multi) { curl_multi_wakeup(multi) }

    static func nextFinished(_ multi: Multi) -> (easy: Easy, error: TransportError?)? {
        var result = CURLE_OK
        guard let easy = ccurl_next_finished(multi, &result) else { return nil }
        return (easy, error(result))
    }

    // MARK: easy

    /// A handle set up for one request; the caller frees it, and the header list after it.
    static func makeEasy(
        _ request: HTTPRequest, context: UnsafeMutableRawPointer, onHeader: Receiver,
        onBody: Receiver
    ) throws(TransportError) -> (easy: Easy, headers: UnsafeMutableRawPointer?) {
        guard isReady, let easy = curl_easy_init() else { throw .failed("libcurl did not start") }
        var headers: UnsafeMutablePointer<curl_slist>?
        do throws(TransportError) {
            headers = try makeHeaders(request)
            try set(easy, CURLOPT_HTTPHEADER, headers)
            try configure(easy, for: request)
            try set(easy, CURLOPT_HEADERDATA, context)
            try set(easy, CURLOPT_WRITEDATA, context)
            try check(ccurl_set_receiver(easy, CURLOPT_HEADERFUNCTION, onHeader))
            try check(ccurl_set_receiver(easy, CURLOPT_WRITEFUNCTION, onBody))
        } catch {
            free(easy: easy, headers: headers)
            throw error
        }
        return (easy, UnsafeMutableRawPointer(headers))
    }

    static func free(easy: Easy, headers: UnsafeMutableRawPointer?) {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headers?.assumingMemoryBound(to: curl_slist.self))
    }

    private static func configure(_ easy: Easy, for request: HTTPRequest) throws(TransportError) {
        // Signals would be delivered to some other thread's read of a key.
        try set(easy, CURLOPT_NOSIGNAL, 1)
        try set(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        try set(easy, CURLOPT_URL, request.url)
        try set(easy, CURLOPT_USERAGENT, "enxame")
        // The bearer token and the passkey go to nobody but the server that was named.
        try set(easy, CURLOPT_FOLLOWLOCATION, 0)
        try set(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        if request.avoidsProxies { try set(easy, CURLOPT_NOPROXY, "*") }
        try set(easy, CURLOPT_SSL_VERIFYPEER, 1)
        try set(easy, CURLOPT_SSL_VERIFYHOST, 2)
        try set(easy, CURLOPT_TCP_KEEPALIVE, 1)
        try set(easy, CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout.milliseconds)
        if let timeout = request.timeout {
            try set(easy, CURLOPT_TIMEOUT_MS, timeout.milliseconds)
        }
        if let silence = request.longestSilence {
            try set(easy, CURLOPT_LOW_SPEED_LIMIT, 1)
            try set(easy, CURLOPT_LOW_SPEED_TIME, max(1, silence.milliseconds / 1000))
        }
        try setBody(easy, for: request)
    }

    private static func setBody(_ easy: Easy, for request: HTTPRequest) throws(TransportError) {
        let sends = request.body != nil || request.method != .get
        guard sends else { return try set(easy, CURLOPT_HTTPGET, 1) }
        let body = request.body ?? []
        try set(easy, CURLOPT_POST, 1)
        try check(
            body.withUnsafeBytes { bytes in
                // Without a pointer libcurl would ask a read function for the body.
                withUnsafeBytes(of: 0 as UInt8) { empty in
                    ccurl_set_body(
                        easy, bytes.baseAddress ?? empty.baseAddress, curl_off_t(bytes.count))
                }
            })
        try set(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }

    /// Values with a line break would be headers of their own: such a request is not made.
    private static func makeHeaders(
        _ request: HTTPRequest
    ) throws(TransportError) -> UnsafeMutablePointer<curl_slist>? {
        // An empty Expect keeps libcurl from waiting a second before each large body.
        var lines = ["Expect:"]
        lines += request.headers.map { "\($0.name): \($0.value)" }
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard line.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
                let longer = curl_slist_append(list, line)
            else {
                curl_slist_free_all(list)
                throw .failed("a header holds a control character")
            }
            list = longer
        }
        return list
    }

    private static func set(
        _ easy: Easy, _ option: CURLoption, _ value: Int
    ) throws(TransportError) {
        try check(ccurl_set_long(easy, option, value))
    }

    private static func set(
        _ easy: Easy, _ option: CURLoption, _ value: String
    ) throws(TransportError) {
        try check(ccurl_set_text(easy, option, value))
    }

    private static func set(
        _ easy: Easy, _ option: CURLoption, _ value: UnsafeMutableRawPointer
    ) throws(TransportError) {
        try check(ccurl_set_pointer(easy, option, value))
    }

    private static func set(
        _ easy: Easy, _ option: CURLoption, _ value: UnsafeMutablePointer<curl_slist>?
    ) throws(TransportError) {
        try check(ccurl_set_list(easy, option, value))
    }

    // MARK: the gate

    private static func check(_ code: CURLcode) throws(TransportError) {
        if let error = error(code) { throw error }
    }

    private static func error(_ code: CURLcode) -> TransportError? {
        let words = String(cString: curl_easy_strerror(code))
        return switch code {
        case CURLE_OK: nil
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            .notConnected(words)
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            .untrusted(words)
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE,
            CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_SSL_CONNECT_ERROR:
            .brokenOff(words)
        // Our receiver takes fewer bytes than it is given only beyond the limit.
        case CURLE_WRITE_ERROR: .bodyTooLarge
        default: .failed(words)
        }
    }
}

extension Duration {
    /// Rounded up: zero would mean no limit to libcurl.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        let (whole, overflow) = Int(clamping: seconds).multipliedReportingOverflow(by: 1000)
        return overflow
            ? .max
            : max(1, whole + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
