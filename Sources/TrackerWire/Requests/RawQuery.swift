import Domain

/// Where a query string says what a tracker wants to know, found in one pass that allocates
/// nothing. The bytes stay where they are and are handed in again to be read: `+` is `+`, for an
/// info hash is not a form.
///
/// Every escape in a query that was taken is a good one.
struct RawQuery {
    enum Name: Int, CaseIterable {
        case passkey, infoHash, peerID, key, port, uploaded, downloaded, left, event, numwant
        case compact, noPeerID, ipv6

        var spelling: StaticString {
            switch self {
            case .passkey: "passkey"
            case .infoHash: "info_hash"
            case .peerID: "peer_id"
            case .key: "key"
            case .port: "port"
            case .uploaded: "uploaded"
            case .downloaded: "downloaded"
            case .left: "left"
            case .event: "event"
            case .numwant: "numwant"
            case .compact: "compact"
            case .noPeerID: "no_peer_id"
            case .ipv6: "ipv6"
            }
        }
    }

    /// Where the first value of a name stands, and how many there are.
    private struct Place {
        var start = 0
        var end = 0
        var count = 0
    }

    private var places = InlineArray<13, Place>(repeating: Place())

    init(_ query: Span<UInt8>) throws(AnnounceError) {
        guard query.count <= TrackerRequest.maximumBytes else { throw .tooLong }
        var isBroken = false
        var start = 0
        var equals: Int?
        for index in query.indices {
            let byte = query[index]
            switch byte {
            case UInt8(ascii: "&"):
                note(start, equals, index, query)
                start = index + 1
                equals = nil
            case UInt8(ascii: "="): if equals == nil { equals = index }
            case UInt8(ascii: "%"):
                guard index + 2 < query.count, Self.nibble(query[index + 1]) != nil,
                    Self.nibble(query[index + 2]) != nil
                else {
                    isBroken = true
                    continue
                }
            case 0..<0x20, 0x7F: throw .controlCharacter
            default: break
            }
        }
        if isBroken { throw .badEscape }
        note(start, equals, query.count, query)
    }

    private mutating func note(_ start: Int, _ equals: Int?, _ end: Int, _ query: Span<UInt8>) {
        guard let name = Self.name(start..<(equals ?? end), query) else { return }
        if places[name.rawValue].count == 0 {
            places[name.rawValue].start = equals.map { $0 + 1 } ?? end
            places[name.rawValue].end = end
        }
        places[name.rawValue].count += 1
    }

    /// Where the value stands; `nil` when it is not there.
    func place(_ name: Name) throws(AnnounceError) -> Range<Int>? {
        let place = places[name.rawValue]
        guard place.count < 2 else { throw .twice("\(name.spelling)") }
        return place.count == 0 ? nil : place.start..<place.end
    }

    func value(_ name: Name, in query: Span<UInt8>) throws(AnnounceError) -> [UInt8]? {
        guard let place = try place(name) else { return nil }
        var bytes: [UInt8] = []
        var letters = Letters(place)
        while let byte = letters.next(in: query) { bytes.append(byte) }
        return bytes
    }

    /// Every value of a name, in order.
    func places(_ wanted: Name, in query: Span<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while start <= query.count {
            var (end, equals) = (start, Int?.none)
            while end < query.count, query[end] != UInt8(ascii: "&") {
                if equals == nil, query[end] == UInt8(ascii: "=") { equals = end }
                end += 1
            }
            if Self.name(start..<(equals ?? end), query) == wanted {
                found.append((equals.map { $0 + 1 } ?? end)..<end)
            }
            start = end + 1
        }
        return found
    }

    /// Zero to 2^63 − 1; `nil` when it is not there.
    func number(_ name: Name, in query: Span<UInt8>) throws(AnnounceError) -> Int64? {
        guard let place = try place(name) else { return nil }
        var letters = Letters(place)
        var (value, digits) = (Int64(0), 0)
        var (isNegative, isTooLarge) = (false, false)
        while let letter = letters.next(in: query) {
            if letter == UInt8(ascii: "-"), digits == 0, !isNegative {
                isNegative = true
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter) else {
                throw .notANumber("\(name.spelling)")
            }
            digits += 1
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int64(letter - UInt8(ascii: "0")))
            if overflow || carry { isTooLarge = true } else { value = sum }
        }
        guard digits > 0 else { throw .notANumber("\(name.spelling)") }
        guard !isNegative else { throw .negative("\(name.spelling)") }
        guard !isTooLarge else { throw .outOfRange("\(name.spelling)") }
        return value
    }

    func requiredNumber(_ name: Name, in query: Span<UInt8>) throws(AnnounceError) -> Int64 {
        guard let number = try number(name, in: query) else {
            throw .missing("\(name.spelling)")
        }
        return number
    }

    /// `nil` unless exactly twenty bytes stand there.
    static func twentyBytes(_ place: Range<Int>, in query: Span<UInt8>) -> Bytes20? {
        var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
        var letters = Letters(place)
        var count = 0
        while let byte = letters.next(in: query) {
            switch count {
            case 0..<8: words.0 = words.0 << 8 | UInt64(byte)
            case 8..<16: words.1 = words.1 << 8 | UInt64(byte)
            case 16..<20: words.2 = words.2 << 8 | UInt32(byte)
            default: return nil
            }
            count += 1
        }
        return count == 20 ? Bytes20(words.0, words.1, words.2) : nil
    }

    /// `nil` unless it is spelled as passkeys are.
    static func passkey(_ place: Range<Int>, in query: Span<UInt8>) -> Passkey? {
        var letters = Letters(place)
        var (number, count) = (UInt128(0), 0)
        while let letter = letters.next(in: query) {
            guard let digit = Passkey.digit(letter), count < 32 else { return nil }
            number = number << 4 | UInt128(digit)
            count += 1
        }
        return count == 32 ? Passkey(number: number) : nil
    }

    /// Names can be escaped too, though nobody does it.
    private static func name(_ place: Range<Int>, _ query: Span<UInt8>) -> Name? {
        guard !place.isEmpty else { return nil }
        for name in Name.allCases where matches(name.spelling, place, query) { return name }
        return nil
    }

    private static func matches(
        _ spelling: StaticString, _ place: Range<Int>, _ query: Span<UInt8>
    ) -> Bool {
        // The usual name differs in its length or its first letter, without being decoded.
        let isPlain = query[place.lowerBound] != UInt8(ascii: "%")
        return spelling.withUTF8Buffer { wanted in
            if isPlain, query[place.lowerBound] != wanted[0] { return false }
            var letters = Letters(place)
            for byte in wanted where letters.next(in: query) != byte { return false }
            return letters.next(in: query) == nil
        }
    }

    static func nibble(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension RawQuery {
    /// The bytes that a place stands for, escapes decoded one after the other.
    struct Letters {
        private var index: Int
        private let end: Int

        init(_ place: Range<Int>) {
            index = place.lowerBound
            end = place.upperBound
        }

        mutating func next(in query: Span<UInt8>) -> UInt8? {
            guard index < end else { return nil }
            let byte = query[index]
            index += 1
            guard byte == UInt8(ascii: "%") else { return byte }
            guard index + 1 < end, let high = RawQuery.nibble(query[index]),
                let low = RawQuery.nibble(query[index + 1])
            else { return byte }
            index += 2
            return high << 4 | low
        }
    }
}
