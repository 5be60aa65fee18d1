/// An amount of bytes as a person types it: `5G`, `-500M`, `1.5 GiB`, `0`.
package enum ByteAmount {
    private static let factors: [Character: Double] = [
        "b": 1, "k": 1024, "m": 1_048_576, "g": 1_073_741_824, "t": 1_099_511_627_776,
    ]
    /// A petabyte, either way: what lies beyond is a slip of the finger.
    private static let most = 1_125_899_906_842_624.0

    /// An empty text is nothing at all, 0.
    package static func parse(_ text: String) -> Int64? {
        var rest = text.lowercased().filter { !$0.isWhitespace }[...]
        if rest.isEmpty { return 0 }
        let isNegative = rest.hasPrefix("-") || rest.hasPrefix("−")
        if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
        let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let unit = rest.dropFirst(number.count)
        guard let value = Double(number.map { $0 == "," ? "." : String($0) }.joined()),
            let factor = factor(of: unit)
        else { return nil }
        let bytes = (value * factor).rounded()
        guard bytes.isFinite, bytes <= most else { return nil }
        return isNegative ? -Int64(bytes) : Int64(bytes)
    }

    private static func factor(of unit: Substring) -> Double? {
        guard let letter = unit.first else { return 1 }
        guard ["", "b", "ib"].contains(unit.dropFirst()), let factor = factors[letter] else {
            return nil
        }
        return letter == "b" && unit.count > 1 ? nil : factor
    }
}
