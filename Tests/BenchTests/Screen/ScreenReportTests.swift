import Testing

@testable import bench

@Suite("What is said of the screen")
struct ScreenReportTests {
    private func report(
        frame: Double = 2, key: Double = 4, processor: Double = 0.01, bytes: Int = 0,
        firstPaint: Double? = 40
    ) -> ScreenReport {
        var keys = KeyTimes()
        for _ in 0..<100 { keys.add((first: key / 2, last: key)) }
        keys.add(nil)
        return ScreenReport(
            entries: 10, transfers: 10, changing: 4, catalog: keys, torrents: keys,
            frames: FrameLog(
                milliseconds: Array(repeating: frame, count: 10),
                bytes: Array(repeating: 300, count: 9) + [0]),
            memory: nil,
            quiet: ScreenReport.Quiet(
                seconds: 10, processor: processor, bytes: bytes, memory: nil, toTheEnd: 1),
            firstPaint: firstPaint.map { Percentiles(milliseconds: [$0]) }, others: [])
    }

    @Test("Every bar can be missed, and then it is said")
    func bars() {
        #expect(report().isGood)
        #expect(!report().text.contains("MISSED"))
        let missed = [
            report(frame: 8.1), report(key: 16.5), report(processor: 0.06), report(bytes: 1),
            report(firstPaint: 81), report(firstPaint: nil),
        ]
        for report in missed {
            #expect(!report.isGood)
            #expect(report.verdicts.count { !$0.isMet } == 1)
            #expect(report.text.contains("MISSED"))
        }
    }

    @Test("A key without an answer is counted and has no time")
    func silence() {
        var keys = KeyTimes()
        keys.add(nil)
        keys.add((first: 1, last: 2))
        keys.processor = 0.004
        keys.bytes = 600
        #expect(keys.keys == 2 && keys.silent == 1 && keys.last == [2])
        #expect(keys.cost == 2 && keys.size == 300)
    }

    @Test("Frames that changed nothing have no size")
    func sizes() {
        #expect(report().frames.sizes.count == 9)
        #expect(report().frames.times.count == 10)
    }
}
