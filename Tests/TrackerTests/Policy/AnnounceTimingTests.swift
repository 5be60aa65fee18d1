import Domain
import Testing
import Tracker

@Suite struct AnnounceTimingTests {
    @Test("the interval spreads by a tenth, and stays in the settings' range")
    func jitter() {
        var generator = SeededGenerator(seed: 6)
        let timing = AnnounceTiming(interval: 1800)
        let intervals = (0..<500).map { _ in timing.jittered(using: &generator) }
        #expect(intervals.allSatisfy { (1620...1980).contains($0) })
        #expect(Set(intervals).count > 100)
        #expect(AnnounceTiming(interval: .max).interval == 86_400)
        #expect(AnnounceTiming(interval: .min).interval == 5)
        #expect(AnnounceTiming(interval: 5).jittered(using: &generator) == 5)
    }

    @Test("who missed two announces has left")
    func silence() {
        #expect(AnnounceTiming(interval: 100).silenceLimit(at: at(1000)) == at(750))
    }
}
