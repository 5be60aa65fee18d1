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

    /// A step that comes by each of `count` places before it comes by one again. Walked from
    /// anywhere, it visits each place as likely as any other, and seldom the same ones together.
    mutating func stride(of count: Int) -> Int {
        while true {
            let step = 1 + below(count)
            var (a, b) = (step, count)
            while b != 0 { (a, b) = (b, a % b) }
            if a == 1 { return step % count }
        }
    }
}
