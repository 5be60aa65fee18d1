import Domain
import Testing

@Suite struct CountsTests {
    private func count(_ bytes: Int64) -> ByteCount { ByteCount(clamping: bytes) }

    @Test("byte counts end at their bounds instead of trapping")
    func saturation() {
        #expect(count(-1) == .zero)
        #expect(count(.min) == .zero)
        #expect(ByteCount(-1) == nil)
        #expect(ByteCount(.max)?.bytes == .max)
        #expect(count(.max) + count(1) == count(.max))
        #expect(count(.max) + count(.max) == count(.max))
        #expect(count(3) - count(5) == .zero)
        #expect(count(5) - count(3) == count(2))
        #expect(count(.max) - count(.max) == .zero)
        var sum = count(.max - 1)
        sum += count(1)
        sum += count(1)
        #expect(sum.bytes == .max)
    }

    @Test(
        "an increment of either sign keeps a count in range",
        arguments: [
            (5, 3, 8), (5, -3, 2), (5, -6, 0), (5, .min, 0), (.max, 1, .max), (.max, .min, 0),
            (.max, .max, .max), (0, 0, 0),
        ] as [(Int64, Int64, Int64)])
    func adjusted(bytes: Int64, increment: Int64, result: Int64) {
        #expect(count(bytes).adjusted(by: increment).bytes == result)
    }

    @Test("a ratio is a number only where something was taken")
    func ratio() {
        #expect(Ratio(up: .zero, down: .zero) == .none)
        #expect(Ratio(up: count(1), down: .zero) == .infinite)
        #expect(Ratio(up: count(1), down: count(2)) == .value(0.5))
        #expect(Ratio(up: .zero, down: count(2)).number == 0)
        #expect(Ratio(up: count(1), down: .zero).number == nil)
        #expect(Ratio(up: count(.max), down: count(1)).number?.isFinite == true)
    }

    @Test("who took nothing owes nothing")
    func required() {
        #expect(Ratio.none.isAtLeast(2))
        #expect(Ratio.infinite.isAtLeast(2))
        #expect(Ratio.value(0.6).isAtLeast(0.6))
        #expect(!Ratio.value(0.59).isAtLeast(0.6))
    }

    @Test("time ends rather than overflows")
    func time() {
        #expect(Timestamp(seconds: 5).adding(seconds: 7) == Timestamp(seconds: 12))
        #expect(Timestamp(seconds: .max).adding(seconds: 1).seconds == .max)
    }

    @Test("a weight is 0 to 1000")
    func weights() {
        #expect(RoleWeight(0) == .guest)
        #expect(RoleWeight(1000) == .superAdmin)
        #expect(RoleWeight(-1) == nil)
        #expect(RoleWeight(1001) == nil)
        #expect(RoleWeight(.max) == nil)
    }
}
