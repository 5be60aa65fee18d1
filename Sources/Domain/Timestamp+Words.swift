extension Timestamp {
    /// `2026-11-22 19:40:15 UTC`, for the record. Days are counted as in the proleptic Gregorian
    /// calendar, in eras of 400 years that begin in March.
    package var inWords: String {
        let day = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
        let second = seconds - day * 86_400
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = [year, month, dayOfYear - (153 * march + 2) / 5 + 1].map(Self.padded)
        let time = [second / 3600, second / 60 % 60, second % 60].map(Self.padded)
        return date.joined(separator: "-") + " " + time.joined(separator: ":") + " UTC"
    }

    private static func padded(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
