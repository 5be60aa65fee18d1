import Domain

/// The parameters of a query string as bytes; `+` is `+`, for an info hash is not a form.
struct RawQuery {
    private let parameters: [(name: [UInt8], value: [UInt8])]

    init(_ query: some Collection<UInt8>) throws(AnnounceError) {
        guard query.count <= TrackerRequest.maximumBytes else { throw .tooLong }
        guard query.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .controlCharacter }
        var parameters: [(name: [UInt8], value: [UInt8])] = []
        for part in query.split(separator: UInt8(ascii: "&")) {
            let halves = part.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let value = halves.count == 2 ? try Self.decoded(halves[1]) : []
            parameters.append((try Self.decoded(halves[0]), value))
        }
        self.parameters = parameters
    }

    func values(_ name: String) -> [[UInt8]] {
        parameters.filter { $0.name.elementsEqual(name.utf8) }.map(\.value)
    }

    func value(_ name: String) throws(AnnounceError) -> [UInt8]? {
        let values = values(name)
        guard values.count < 2 else { throw .twice(name) }
        return values.first
    }

    /// Zero to 2^63 − 1; `nil` when it is not there.
    func number(_ name: String) throws(AnnounceError) -> Int64? {
        guard let digits = try value(name) else { return nil }
        if digits.first == UInt8(ascii: "-"), Self.isDecimal(digits.dropFirst()) {
            throw .negative(name)
        }
        guard Self.isDecimal(digits[...]) else { throw .notANumber(name) }
        guard let number = Int64(String(decoding: digits, as: UTF8.self)) else {
            throw .outOfRange(name)
        }
        return number
    }

    func requiredNumber(_ name: String) throws(AnnounceError) -> Int64 {
        guard let number = try number(name) else { throw .missing(name) }
        return number
    }

    private static func isDecimal(_ digits: ArraySlice<UInt8>) -> Bool {
        !digits.isEmpty
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func decoded(_ text: some Collection<UInt8>) throws(AnnounceError) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst(), let low = rest.popFirst(),
                let value = Hex.decode(String(decoding: [high, low], as: UTF8.self)),
                let first = value.first, value.count == 1
            else { throw .badEscape }
            bytes.append(first)
        }
        return bytes
    }
}
