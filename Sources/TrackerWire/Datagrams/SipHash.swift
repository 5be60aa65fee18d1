/// SipHash-2-4 (Aumasson and Bernstein, 2012) of three words: short, keyed, and made for input that
/// strangers choose.
package struct SipHash: Sendable {
    private let key: (UInt64, UInt64)

    package init(key: (UInt64, UInt64)) { self.key = key }

    package func digest(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        var state = (
            key.0 ^ 0x736f_6d65_7073_6575, key.1 ^ 0x646f_7261_6e64_6f6d,
            key.0 ^ 0x6c79_6765_6e65_7261, key.1 ^ 0x7465_6462_7974_6573
        )
        // The last word ends in the message's length.
        let words: InlineArray<4, UInt64> = [first, second, third, 24 << 56]
        for index in words.indices {
            state.3 ^= words[index]
            Self.round(&state)
            Self.round(&state)
            state.0 ^= words[index]
        }
        state.2 ^= 0xFF
        for _ in 0..<4 { Self.round(&state) }
        return state.0 ^ state.1 ^ state.2 ^ state.3
    }

    private static func round(_ state: inout (UInt64, UInt64, UInt64, UInt64)) {
        state.0 &+= state.1
        state.1 = rotated(state.1, 13) ^ state.0
        state.0 = rotated(state.0, 32)
        state.2 &+= state.3
        state.3 = rotated(state.3, 16) ^ state.2
        state.0 &+= state.3
        state.3 = rotated(state.3, 21) ^ state.0
        state.2 &+= state.1
        state.1 = rotated(state.1, 17) ^ state.2
        state.2 = rotated(state.2, 32)
    }

    private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
        word << bits | word >> (64 - bits)
    }
}
