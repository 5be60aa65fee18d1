import Domain

/// A length of time as a person types it, in the units of the search language: `12h`, `7d`, `3mo`.
package enum Lapse {
    /// A hundred years: what lies beyond is a slip of the finger.
    private static let most: Int64 = 3_153_600_000

    /// Seconds, at least a minute; `nil` for what cannot be read.
    package static func parse(_ text: String) -> Int64? {
        let typed = text.filter { !$0.isWhitespace }
        guard let seconds = SearchAmount.seconds(typed), (60...most).contains(seconds) else {
            return nil
        }
        return seconds
    }
}
