/// The assignments of a theme file in btop's format.
///
/// Lines are `theme[key]="value"`; a value is `#RRGGBB`, `#BW` (two digits: a grey), `R G B` in
/// decimal, or nothing. Lines that begin with `#` are comments.
struct ThemeFile {
    /// A key without a colour maps to `nil`: it was written and left empty.
    private(set) var colours: [String: RGB?] = [:]
    private(set) var problems: [ThemeProblem] = []

    init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let line = ThemeFile.trimmed(line)
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let (key, value) = ThemeFile.assignment(line) else {
                problems.append(ThemeProblem(line: index + 1, reason: .notAnAssignment))
                continue
            }
            if value.isEmpty {
                colours[key] = .some(nil)
            } else if let colour = ThemeFile.colour(value) {
                colours[key] = .some(colour)
            } else {
                problems.append(
                    ThemeProblem(line: index + 1, reason: .notAColour(String(value))))
            }
        }
    }

    /// Quotes may be double, single or absent; what follows a closing quote is ignored.
    private static func assignment(_ line: Substring) -> (String, Substring)? {
        guard line.hasPrefix("theme["), let close = line.firstIndex(of: "]") else { return nil }
        let key = trimmed(line[..<close].dropFirst("theme[".count))
        let rest = trimmed(line[close...].dropFirst())
        guard !key.isEmpty, rest.first == "=" else { return nil }
        let value = trimmed(rest.dropFirst())
        guard let quote = value.first, quote == "\"" || quote == "'" else {
            return (String(key), value)
        }
        let inside = value.dropFirst()
        guard let end = inside.firstIndex(of: quote) else { return nil }
        return (String(key), trimmed(inside[..<end]))
    }

    private static func colour(_ value: Substring) -> RGB? {
        if value.first == "#" {
            let digits = value.dropFirst()
            guard digits.utf8.count == digits.count,
                digits.allSatisfy({ $0.isHexDigit }), let number = UInt32(digits, radix: 16)
            else { return nil }
            switch digits.count {
            case 6: return RGB(hex: number)
            case 2: return RGB(hex: number * 0x010101)
            default: return nil
            }
        }
        let parts = value.split(whereSeparator: \.isWhitespace).map { UInt8($0) }
        guard parts.count == 3, let red = parts[0], let green = parts[1], let blue = parts[2]
        else { return nil }
        return RGB(red, green, blue)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true || text.first == "\u{FEFF}" { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
