/// A keyed digest of some words for tables in memory: folded products, quick and not to be foreseen
/// by those who choose the words. Nothing that is kept depends on it.
struct Digest: Sendable {
    private let first: UInt64
    private let second: UInt64

    init() {
        var source = SystemRandomNumberGenerator()
        first = source.next()
        second = source.next() | 1
    }

    func of(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 {
        let left = Self.folded(a ^ first, b ^ second)
        let right = Self.folded(c ^ second, d ^ first)
        return Self.folded(left ^ 0x9E37_79B9_7F4A_7C15, right ^ second)
    }

    private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}
