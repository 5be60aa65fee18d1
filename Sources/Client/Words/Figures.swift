package import Domain

/// Numbers, amounts and times as people of a language write them.
package struct Figures: Hashable, Sendable {
    private let language: Language
    private let calendar: LocalCalendar

    package init(_ language: Language, calendar: LocalCalendar = .utc) {
        self.language = language
        self.calendar = calendar
    }

    private static let units = ["B", "K", "M", "G", "T", "P", "E"]

    // MARK: numbers

    /// `12,408`
    package func grouped(_ number: some BinaryInteger) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(groupSeparator) }
            text.append(digit)
        }
        return (number < 0 ? "−" : "") + text
    }

    /// `1,000+`: so many, and there are more.
    package func counted(_ total: CatalogTotal) -> String {
        grouped(total.count) + (total.isCapped ? "+" : "")
    }

    /// Rounded to so many places, one or two.
    package func decimal(_ number: Double, places: Int) -> String {
        let bounded = min(max(number.isNaN ? 0 : number, -1e12), 1e12)
        let scale = places == 1 ? 10.0 : 100.0
        let scaled = Int64((bounded.magnitude * scale).rounded())
        let fraction = String(scaled % Int64(scale))
        let zeros = String(repeating: "0", count: max(0, places - fraction.count))
        return (bounded < 0 ? "−" : "") + "\(scaled / Int64(scale))\(point)\(zeros)\(fraction)"
    }

    // MARK: amounts

    /// `14.2M`: three digits and a unit of 1024.
    package func compact(_ bytes: ByteCount) -> String {
        let (number, unit) = scaled(bytes)
        return number + unit
    }

    /// `14.2 MiB`
    package func long(_ bytes: ByteCount) -> String {
        let (number, unit) = scaled(bytes)
        return "\(number) \(unit)\(unit == "B" ? "" : "iB")"
    }

    private func scaled(_ bytes: ByteCount) -> (number: String, unit: String) {
        var value = Double(bytes.bytes)
        var unit = 0
        while value >= 999.5, unit < Self.units.count - 1 {
            value /= 1024
            unit += 1
        }
        if unit == 0 { return (String(bytes.bytes), "B") }
        if value >= 99.95 { return (String(Int64(value.rounded())), Self.units[unit]) }
        var text = decimal(value, places: value >= 9.995 ? 1 : 2)
        while text.last == "0" { text.removeLast() }
        if text.last == point { text.removeLast() }
        return (text, Self.units[unit])
    }

    // MARK: ratios

    package func ratio(_ ratio: Ratio) -> String {
        switch ratio {
        case .none: "–"
        case .infinite: "∞"
        case .value(let value): self.ratio(value)
        }
    }

    package func ratio(_ value: Double) -> String {
        value >= 999.5 ? "∞" : decimal(value, places: value >= 99.95 ? 1 : 2)
    }

    package func percent(_ share: Double) -> String {
        let bounded = min(max(share.isNaN ? 0 : share, 0), 1)
        // Rounded down: 100 % only when all is there.
        return "\(Int(bounded * 100))%"
    }

    // MARK: times

    /// `2 d`, `3 w`, `2 mo`: how long ago.
    package func age(_ then: Timestamp, now: Timestamp) -> String {
        // The time comes from a server: it may be any number at all.
        let (difference, overflow) = now.seconds.subtractingReportingOverflow(then.seconds)
        let seconds = then >= now ? 0 : overflow ? .max : difference
        let minutes = seconds / 60
        let hours = minutes / 60
        let days = hours / 24
        return switch true {
        case minutes < 1: said("now", "agora")
        case hours < 1: "\(minutes) min"
        case days < 1: "\(hours) h"
        case days < 14: "\(days) d"
        case days < 60: "\(days / 7) \(said("w", "sem"))"
        case days < 730: "\(days / 30) \(said("mo", "m"))"
        default: "\(days / 365) \(said("y", "a"))"
        }
    }

    /// `0:42`, `1:02`, `2 h 05`, `3 d`: how long it will take.
    package func duration(_ seconds: Int64) -> String {
        switch max(0, seconds) {
        case let s where s < 3600: "\(s / 60):\(padded(s % 60))"
        case let s where s < 86_400: "\(s / 3600) h \(padded(s / 60 % 60))"
        case let s where s < 86_400 * 100: "\(s / 86_400) d"
        default: "∞"
        }
    }

    /// `21:04`
    package func clock(_ time: Timestamp) -> String {
        let date = calendar.date(time)
        return "\(padded(date.hour)):\(padded(date.minute))"
    }

    /// `21:04:58`
    package func clockWithSeconds(_ time: Timestamp) -> String {
        "\(clock(time)):\(padded(calendar.date(time).second))"
    }

    /// `20 Nov`, with the year when it is another one.
    package func day(_ time: Timestamp, now: Timestamp) -> String {
        let date = calendar.date(time)
        let month = monthName(date.month)
        let isMonthFirst = calendar.isMonthFirst && language == .english
        let name = isMonthFirst ? "\(month) \(date.day)" : "\(date.day) \(month)"
        guard date.year != calendar.date(now).year else { return name }
        return isMonthFirst ? "\(name), \(date.year)" : "\(name) \(date.year)"
    }

    /// The hour today, the day before that.
    package func moment(_ time: Timestamp, now: Timestamp) -> String {
        let then = calendar.date(time)
        let today = calendar.date(now)
        let isToday = (then.year, then.month, then.day) == (today.year, today.month, today.day)
        return isToday ? clockWithSeconds(time) : day(time, now: now)
    }

    /// `20 Nov 21:04:58`, whatever day it is.
    package func momentInFull(_ time: Timestamp, now: Timestamp) -> String {
        "\(day(time, now: now)) \(clockWithSeconds(time))"
    }

    package func monthName(_ month: Int) -> String {
        let names = said(
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            "jan fev mar abr mai jun jul ago set out nov dez"
        ).split(separator: " ")
        return names.indices.contains(month - 1) ? String(names[month - 1]) : ""
    }

    // MARK: inside

    private var point: Character { language == .english ? "." : "," }
    private var groupSeparator: Character { language == .english ? "," : "." }

    private func said(_ english: String, _ portuguese: String) -> String {
        Phrase(english, portuguese).said(in: language)
    }

    private func padded(_ number: some BinaryInteger) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
