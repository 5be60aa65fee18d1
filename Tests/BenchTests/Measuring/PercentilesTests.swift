import Testing

@testable import bench

@Suite("Percentiles")
struct PercentilesTests {
    @Test("Percentiles are nearest ranks, whatever order the times came in")
    func ranks() {
        let times = Percentiles(milliseconds: (1...100).map(Double.init).shuffled())
        #expect([times.p50, times.p90, times.p99, times.max] == [50, 90, 99, 100])
        #expect(times.count == 100)
    }

    @Test("One time is every percentile, and none is zero")
    func few() {
        let one = Percentiles(milliseconds: [4])
        #expect([one.p50, one.p99, one.max] == [4, 4, 4])
        #expect(Percentiles(milliseconds: []).max == 0)
    }
}
