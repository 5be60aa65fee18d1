/// A number of bytes, zero to 2^63 − 1: what fits a signed column in any database.
///
/// Arithmetic saturates instead of trapping: counters come from strangers' clients.
package struct ByteCount: Hashable, Comparable, Sendable {
    package let bytes: Int64

    package static let zero = ByteCount(clamping: 0)

    /// Negative becomes zero.
    package init(clamping bytes: Int64) { self.bytes = max(0, bytes) }

    /// `nil` when negative.
    package init?(_ bytes: Int64) {
        guard bytes >= 0 else { return nil }
        self.bytes = bytes
    }

    package static func < (a: Self, b: Self) -> Bool { a.bytes < b.bytes }

    package static func + (a: Self, b: Self) -> Self {
        let (sum, overflow) = a.bytes.addingReportingOverflow(b.bytes)
        return ByteCount(clamping: overflow ? .max : sum)
    }

    package static func += (a: inout Self, b: Self) { a = a + b }

    /// Zero where `b` is the larger.
    package static func - (a: Self, b: Self) -> Self { ByteCount(clamping: a.bytes - b.bytes) }

    /// An increment that may be negative, as an adjustment is; the result stays in range.
    package func adjusted(by increment: Int64) -> ByteCount {
        let (sum, overflow) = bytes.addingReportingOverflow(increment)
        return ByteCount(clamping: overflow ? .max : sum)
    }
}

extension ByteCount: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let count = ByteCount(try container.decode(Int64.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a byte count is not negative")
        }
        self = count
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes)
    }
}

extension ByteCount: CustomStringConvertible {
    package var description: String { String(bytes) }
}
