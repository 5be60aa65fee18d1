package import Domain

/// A moment in milliseconds since 1970-01-01 00:00 UTC, as the clock message brings it.
package struct Moment: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

    package var timestamp: Timestamp { Timestamp(seconds: milliseconds / 1000) }

    package func adding(milliseconds more: Int64) -> Moment {
        let (sum, overflow) = milliseconds.addingReportingOverflow(more)
        return Moment(milliseconds: overflow ? .max : sum)
    }

    /// Milliseconds since `earlier`; zero when the clock was set back.
    package func since(_ earlier: Moment) -> Int64 {
        let (difference, overflow) = milliseconds.subtractingReportingOverflow(
            earlier.milliseconds)
        return overflow ? .max : max(0, difference)
    }
}
