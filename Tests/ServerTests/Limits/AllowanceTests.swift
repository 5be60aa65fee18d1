import Service
import Testing

@Suite struct AllowanceTests {
    private let allowance = Allowance(burst: 10, perSecond: 2)

    @Test("so many at once, and so many a second after that")
    func bucket() {
        var allowances = Allowances<Int>(most: 100)
        for _ in 0..<10 { #expect(allowances.take(1, of: allowance, at: 0) == nil) }
        #expect(allowances.take(1, of: allowance, at: 0) == 0.5)
        #expect(allowances.take(2, of: allowance, at: 0) == nil)
        #expect(allowances.take(1, of: allowance, at: 0.5) == nil)
        #expect(allowances.take(1, cost: 4, of: allowance, at: 1.5) == 1)
        // Never more than the burst, and never less for a clock that stands.
        for _ in 0..<10 { #expect(allowances.take(1, of: allowance, at: 1000) == nil) }
        #expect(allowances.take(1, of: allowance, at: 1000) == 0.5)
        #expect(allowances.take(1, of: allowance, at: 900) == 0.5)
        #expect(allowances.take(3, cost: 99, of: allowance, at: 0) == nil)
    }

    @Test("what is given back can be taken again, and no more")
    func givingBack() {
        var allowances = Allowances<Int>(most: 100)
        for _ in 0..<10 { _ = allowances.take(1, of: allowance, at: 0) }
        allowances.giveBack(1)
        #expect(allowances.take(1, of: allowance, at: 0) == nil)
        #expect(allowances.take(1, of: allowance, at: 0) != nil)
    }

    @Test("strangers without number do not fill memory, and do not free whoever is busy")
    func memory() {
        var allowances = Allowances<Int>(most: 1000)
        for _ in 0..<10 { _ = allowances.take(-1, of: allowance, at: 0) }
        for stranger in 0..<100_000 {
            _ = allowances.take(stranger, of: allowance, at: 0)
            #expect(allowances.take(-1, of: allowance, at: 0) != nil)
        }
        #expect(allowances.count <= 1000)
    }
}
