/// Twenty bytes held in place: the length of a SHA-1 digest and of a peer id.
///
/// A struct of integers rather than an array, so that a million of them in a swarm cost no
/// allocation each.
package struct Bytes20: Hashable, Sendable {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt32

    /// `nil` unless there are exactly twenty bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 20 else { return nil }
        // Of an array from here on: code for any collection costs microseconds a byte.
        let bytes = Array(bytes)
        var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
        for index in 0..<8 { words.0 = words.0 << 8 | UInt64(bytes[index]) }
        for index in 8..<16 { words.1 = words.1 << 8 | UInt64(bytes[index]) }
        for index in 16..<20 { words.2 = words.2 << 8 | UInt32(bytes[index]) }
        (first, second, third) = words
    }

    /// From three words, the first byte of each being its highest.
    package init(_ first: UInt64, _ second: UInt64, _ third: UInt32) {
        self.first = first
        self.second = second
        self.third = third
    }

    /// As `init(_:_:_:)` takes them.
    package var words: (UInt64, UInt64, UInt32) { (first, second, third) }

    /// Twenty times the same byte.
    package init(repeating byte: UInt8) {
        let word = UInt64(byte) * 0x0101_0101_0101_0101
        (first, second, third) = (word, word, UInt32(truncatingIfNeeded: word))
    }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20)
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: first >> UInt64(shift)))
        }
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: second >> UInt64(shift)))
        }
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: third >> UInt32(shift)))
        }
        return bytes
    }
}
