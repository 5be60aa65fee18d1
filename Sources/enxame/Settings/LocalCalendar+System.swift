import Client
import Domain
import Foundation

extension LocalCalendar {
    /// As the machine's time zone and its locale have it, some ten years back and two ahead.
    ///
    /// By the C library and not by Foundation: its calendars take longer to load than the whole
    /// first screen takes to paint.
    static func ofThisMachine(now: Int64, localeName: String) -> LocalCalendar {
        let week: Int64 = 7 * 86_400
        let start = now - 520 * week
        let first = systemOffset(start)
        var offset = first
        var changes: [Change] = []
        for step in 1...624 {
            let end = start + Int64(step) * week
            let next = systemOffset(end)
            guard next != offset else { continue }
            let since = firstMoment(between: end - week, and: end, with: next)
            changes.append(Change(since: Timestamp(seconds: since), offset: next))
            offset = next
        }
        return LocalCalendar(
            offset: first, changes: changes, isMonthFirst: isMonthFirst(localeName: localeName))
    }

    private static func firstMoment(between low: Int64, and high: Int64, with offset: Int) -> Int64
    {
        var (low, high) = (low, high)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if systemOffset(middle) == offset { high = middle } else { low = middle }
        }
        return high
    }

    /// Seconds east of UTC.
    private static func systemOffset(_ seconds: Int64) -> Int {
        var time = time_t(seconds)
        var parts = tm()
        return localtime_r(&time, &parts) == nil ? 0 : parts.tm_gmtoff
    }
}
