/// Numbers for choosing peers: quick, and seeded by the system. No secret depends on them.
struct QuickRandom: RandomNumberGenerator {
    private var state: UInt64

    init() {
        var source = SystemRandomNumberGenerator()
        state = source.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0xA076_1D64_78BD_642F
        let product = state.multipliedFullWidth(by: state ^ 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }

    /// Below `bound`, which is at least 1 and below 2^32: the slant is less than one in 2^32.
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: (next() >> 32 &* UInt64(truncatingIfNeeded: bound)) >> 32)
    }
}

/// Positions that were drawn already, forgotten without being cleared.
struct PickSet {
    private static let places = 512
    /// The round, and the position.
    private var slots = [UInt64](repeating: 0, count: places)
    private var round: UInt64 = 0

    mutating func begin() { round &+= 1 << 32 }

    /// Whether it is new in this round, of which there are at most 256.
    mutating func insert(_ position: Int) -> Bool {
        let wanted = round | UInt64(UInt32(truncatingIfNeeded: position))
        var place = (position &* 0x9E37_79B1) & (Self.places - 1)
        while slots[place] >> 32 == round >> 32 {
            if slots[place] == wanted { return false }
            place = (place + 1) & (Self.places - 1)
        }
        slots[place] = wanted
        return true
    }
}
