/// Amounts as people write them in a search.
package enum SearchAmount {
    private static let sizes: [String: Int64] = [
        "": 1, "b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40, "p": 1 << 50,
    ]
    private static let ages: [String: Int64] = [
        "min": 60, "h": 3600, "d": 86_400, "w": 604_800, "mo": 2_592_000, "m": 2_592_000,
        "y": 31_536_000,
    ]

    /// `500M`, `1.5GiB`; units of 1024.
    static func bytes(_ text: String) -> Int64? {
        guard let (number, unit) = split(text) else { return nil }
        var name = unit
        for ending in ["ib", "b"] where name.count > 1 && name.hasSuffix(ending) {
            name.removeLast(ending.count)
            break
        }
        return sizes[name].flatMap { product(number, $0) }
    }

    /// `7d`, `36h`, `2w`, `3mo`, `1y`.
    package static func seconds(_ text: String) -> Int64? {
        guard let (number, unit) = split(text) else { return nil }
        return ages[unit].flatMap { product(number, $0) }
    }

    private static func split(_ text: String) -> (number: Double, unit: String)? {
        let digits = text.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
        let number = Double(digits.map { $0 == "," ? "." : String($0) }.joined())
        guard let number, number.isFinite else { return nil }
        return (number, text[digits.endIndex...].lowercased())
    }

    private static func product(_ number: Double, _ unit: Int64) -> Int64? {
        Int64(exactly: (number * Double(unit)).rounded())
    }
}
