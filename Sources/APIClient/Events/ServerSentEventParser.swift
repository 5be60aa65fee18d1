/// Bytes of `text/event-stream` to events, wherever the chunks were cut.
///
/// Lines end with LF, CR or CR LF; comments and unknown fields are passed over.
struct ServerSentEventParser {
    struct TooLong: Error {}

    /// Of one event.
    static let maximumBytes = 1_000_000

    /// How long the server wishes a client to wait before it comes back.
    private(set) var retry: Duration?
    private(set) var lastID = ""

    private var line: [UInt8] = []
    private var lastWasReturn = false
    private var isFirstLine = true
    private var name = ""
    private var data: [String] = []
    private var size = 0

    mutating func read(_ bytes: [UInt8]) throws(TooLong) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for byte in bytes {
            let endsReturn = lastWasReturn && byte == UInt8(ascii: "\n")
            lastWasReturn = byte == UInt8(ascii: "\r")
            if endsReturn { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if let event = endLine() { events.append(event) }
            } else {
                size += 1
                guard size <= Self.maximumBytes else { throw TooLong() }
                line.append(byte)
            }
        }
        return events
    }

    private mutating func endLine() -> ServerSentEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        guard !line.isEmpty else { return dispatch() }
        let parts = line.split(
            separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        var value = parts.count == 2 ? parts[1] : []
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        take(
            String(decoding: parts[0], as: UTF8.self), String(decoding: value, as: UTF8.self))
        return nil
    }

    private mutating func take(_ field: String, _ value: String) {
        switch field {
        case "": size = data.reduce(name.utf8.count) { $0 + $1.utf8.count }  // a comment
        case "event": name = value
        case "data": data.append(value)
        case "id": if !value.contains("\0") { lastID = value }
        case "retry":
            if let wait = UInt32(value) { retry = .milliseconds(Int(wait)) }
        default: break
        }
    }

    private mutating func dispatch() -> ServerSentEvent? {
        defer {
            name = ""
            data = []
            size = 0
        }
        guard !data.isEmpty else { return nil }
        return ServerSentEvent(
            name: name.isEmpty ? "message" : name, data: data.joined(separator: "\n"), id: lastID)
    }
}
