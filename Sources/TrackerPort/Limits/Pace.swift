/// How often somebody may ask: so often a minute for ever, and so much at once after a rest.
package struct Pace: Hashable, Sendable {
    package var perMinute: Int
    package var burst: Int

    package init(perMinute: Int, burst: Int) {
        self.perMinute = perMinute
        self.burst = burst
    }
}
