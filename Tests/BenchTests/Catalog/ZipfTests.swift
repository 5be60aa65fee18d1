import Testing

@testable import bench

@Suite("Zipf")
struct ZipfTests {
    @Test("The shares are those of 1/n and come to one")
    func shares() {
        let zipf = Zipf(count: 1000)
        #expect(abs((0..<1000).reduce(0) { $0 + zipf.share(of: $1) } - 1) < 1e-9)
        #expect(abs(zipf.share(of: 0) / zipf.share(of: 9) - 10) < 1e-9)
    }

    @Test("Ranks are drawn as often as their share says")
    func draws() {
        let zipf = Zipf(count: 100)
        var dice = SplitMix64(seed: 7)
        var counts = [Int](repeating: 0, count: 100)
        for _ in 0..<200_000 { counts[zipf.draw(&dice)] += 1 }
        for rank in [0, 1, 9, 50] {
            let expected = zipf.share(of: rank) * 200_000
            #expect(abs(Double(counts[rank]) - expected) < 6 * expected.squareRoot())
        }
    }
}
