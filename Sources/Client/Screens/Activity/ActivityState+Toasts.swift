extension ActivityState {
    /// Something told at the bottom right, for some seconds.
    package struct Toast: Hashable, Sendable {
        /// How far it has faded.
        package enum Fade: Int, Comparable, Hashable, Sendable {
            case fresh, dim, faint

            package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
        }

        package let entry: Entry
        package let fade: Fade
    }

    private static let longest: Int64 = 7000

    /// What went wrong is read with more care.
    private static func life(of tone: Tone) -> Int64 { tone == .bad ? longest : 4000 }

    /// What is told now, newest last. What was said twice is told once.
    package func toasts(at now: Moment) -> [Toast] {
        var told: [Toast] = []
        for entry in entries.reversed() {
            let age = now.since(entry.at)
            if age >= Self.longest { break }
            let life = Self.life(of: entry.tone)
            // A clock that was set back keeps nothing on the screen.
            let isAhead = entry.at.since(now) > Self.longest
            guard entry.isToast, age < life, !isAhead,
                !told.contains(where: { $0.entry.text == entry.text })
            else { continue }
            let left = life - age
            let fade: Toast.Fade = left > 2000 ? .fresh : left > 1000 ? .dim : .faint
            told.append(Toast(entry: entry, fade: fade))
        }
        return told.reversed()
    }
}
