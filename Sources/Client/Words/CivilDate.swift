package import Domain

/// A moment as a calendar and a clock on the wall show it.
package struct CivilDate: Hashable, Sendable {
    package let year: Int64
    /// 1 to 12.
    package let month: Int
    package let day: Int
    package let hour: Int
    package let minute: Int
    package let second: Int

    /// - Parameter offset: seconds east of UTC.
    package init(_ timestamp: Timestamp, offset: Int) {
        // Far outside any calendar the arithmetic below would overflow.
        let bounded = min(max(timestamp.seconds, -(1 << 50)), 1 << 50) + Int64(offset)
        let days = bounded >= 0 ? bounded / 86_400 : (bounded - 86_399) / 86_400
        let rest = Int(bounded - days * 86_400)
        hour = rest / 3600
        minute = rest / 60 % 60
        second = rest % 60

        // Howard Hinnant's `civil_from_days`: years that begin in March put the leap day last.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}
