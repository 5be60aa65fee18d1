package import Domain

/// How a place counts its hours and writes its days.
package struct LocalCalendar: Hashable, Sendable {
    /// From a moment on the clocks stand so many seconds east of UTC.
    package struct Change: Hashable, Sendable {
        package let since: Timestamp
        package let offset: Int

        package init(since: Timestamp, offset: Int) {
            self.since = since
            self.offset = offset
        }
    }

    private let firstOffset: Int
    /// In their order, where summer time begins or ends.
    private let changes: [Change]
    /// `Nov 20` instead of `20 Nov`.
    package let isMonthFirst: Bool

    package static let utc = LocalCalendar(offset: 0)

    /// - Parameter offset: seconds east of UTC, before all changes.
    package init(offset: Int, changes: [Change] = [], isMonthFirst: Bool = false) {
        firstOffset = offset
        self.changes = changes
        self.isMonthFirst = isMonthFirst
    }

    /// Seconds east of UTC at a moment.
    package func offset(at time: Timestamp) -> Int {
        changes.last { $0.since <= time }?.offset ?? firstOffset
    }

    /// What the calendar and the clock on the wall showed, or will show.
    package func date(_ time: Timestamp) -> CivilDate {
        CivilDate(time, offset: offset(at: time))
    }

    /// The first second of a day written as `2026-11-20`; `nil` for what no calendar has.
    package func midnight(_ text: String) -> Timestamp? {
        guard let guess = CivilDate.midnight(text, offset: firstOffset) else { return nil }
        // Where the clocks change that night, the offset is the one of the midnight itself.
        return CivilDate.midnight(text, offset: offset(at: guess))
    }

    /// Places that write the month before the day.
    ///
    /// - Parameter localeName: as `LC_TIME` or `LANG` has it: `en_US.UTF-8`.
    package static func isMonthFirst(localeName: String) -> Bool {
        localeName.hasPrefix("en_US") || localeName.hasPrefix("en_PH")
    }
}
