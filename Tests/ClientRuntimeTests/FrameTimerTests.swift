import Testing

@testable import ClientRuntime

@Suite struct FrameTimerTests {
    /// When frames are painted in two seconds, if `happen` is told of each millisecond.
    private func paints(_ happen: (inout FrameTimer, Int) -> Void) -> [Duration] {
        var timer = FrameTimer()
        var paints: [Duration] = []
        for millisecond in 0..<2000 {
            let now = Duration.milliseconds(millisecond)
            happen(&timer, millisecond)
            if timer.isPaintDue(at: now) {
                timer.painted(at: now)
                paints.append(now)
            }
        }
        return paints
    }

    @Test("what happens by itself is painted at most thirty times a second, and its end is shown")
    func byItself() {
        let all = paints { timer, millisecond in if millisecond < 1500 { timer.changed() } }
        #expect((44...46).contains(all.count))
        for (earlier, later) in zip(all, all.dropFirst()) {
            #expect(later - earlier >= FrameTimer.frame)
        }
        #expect(all.last.map { $0 >= .milliseconds(1500) } == true)
    }

    @Test("what is done by hand is painted in the same moment, whatever was painted before")
    func byHand() {
        let all = paints { timer, millisecond in
            timer.changed()
            if millisecond % 10 == 3 { timer.changedByHand() }
        }
        for millisecond in stride(from: 3, to: 2000, by: 10) {
            #expect(all.contains(.milliseconds(millisecond)))
        }
        // A frame by hand shows the rest too: nothing else is painted between.
        #expect(all.count == 201)
    }

    @Test("what changes by itself does not take a key's haste away")
    func order() {
        var timer = FrameTimer()
        timer.painted(at: .milliseconds(10))
        timer.changedByHand()
        timer.changed()
        #expect(timer.isPaintDue(at: .milliseconds(11)))
        #expect(timer.rest(at: .milliseconds(11)) == .zero)
    }

    @Test("nothing is due when nothing changed")
    func quiet() {
        var timer = FrameTimer()
        #expect(!timer.isPaintDue(at: .seconds(9)) && timer.rest(at: .seconds(9)) == nil)
        timer.changed()
        timer.painted(at: .seconds(9))
        #expect(!timer.isPaintDue(at: .seconds(99)))
    }
}
