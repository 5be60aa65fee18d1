package import Domain

extension CivilDate {
    /// The first second of a day written as `2026-11-20`; `nil` for what no calendar has.
    ///
    /// - Parameter offset: seconds east of UTC.
    package static func midnight(_ text: String, offset: Int) -> Timestamp? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int64(parts[0]), let month = Int64(parts[1]), let day = Int64(parts[2]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        // Howard Hinnant's `days_from_civil`: years that begin in March put the leap day last.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let seconds = (era * 146_097 + dayOfEra - 719_468) * 86_400 - Int64(offset)
        let start = Timestamp(seconds: seconds)
        // The thirtieth of February is the second of March, and not what was meant.
        let date = CivilDate(start, offset: offset)
        return date.month == Int(month) && date.day == Int(day) ? start : nil
    }
}
