import TrackerWire

/// The head of every answer. The status is always 200: clients throw away what comes with another.
enum ReplyHead {
    private static let start: StaticString =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "
    private static let closing: StaticString = "\r\nConnection: close\r\n\r\n"
    private static let staying: StaticString = "\r\n\r\n"

    /// Writes it so that it ends before `end`; answers where it begins.
    static func write(
        in bytes: inout [UInt8], endingAt end: Int, bodyBytes: Int, keepsOpen: Bool
    ) -> Int {
        var place = end
        put(keepsOpen ? staying : closing, &place, &bytes)
        var rest = max(0, bodyBytes)
        repeat {
            place -= 1
            bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        put(start, &place, &bytes)
        return place
    }

    private static func put(_ text: StaticString, _ place: inout Int, _ bytes: inout [UInt8]) {
        place -= text.utf8CodeUnitCount
        text.withUTF8Buffer { text in
            for index in text.indices { bytes[place + index] = text[index] }
        }
    }
}
