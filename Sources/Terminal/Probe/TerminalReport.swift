internal import Cells

/// What a terminal tells of itself when it is asked.
enum TerminalReport: Hashable {
    /// CPR: where the cursor stands, from 1.
    case cursor(row: Int, column: Int)
    /// DA1: what kind of terminal it is. Every one answers, so nothing comes behind it.
    case attributes
    /// OSC 11: the colour behind its texts.
    case ground(RGB)

    /// - Parameters:
    ///   - parameters: what stands between `ESC [` and the final.
    init?(control parameters: some Collection<UInt8>, final: Unicode.Scalar) {
        switch final {
        case "c" where parameters.first == 0x3F: self = .attributes
        case "R":
            let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)
                .map { Int(String(decoding: $0, as: UTF8.self)) }
            guard numbers.count == 2, let row = numbers[0], let column = numbers[1], row > 0,
                column > 0
            else { return nil }
            self = .cursor(row: row, column: column)
        default: return nil
        }
    }

    /// - Parameter string: what stands between `ESC ]` and its end: `11;rgb:1e1e/1e1e/2e2e`.
    init?(command string: some Collection<UInt8>) {
        let text = String(decoding: string, as: UTF8.self)
        for prefix in ["11;rgb:", "11;rgba:"] where text.hasPrefix(prefix) {
            let parts = text.dropFirst(prefix.count).split(
                separator: "/", omittingEmptySubsequences: false)
            guard parts.count >= 3 else { return nil }
            let values = parts.prefix(3).compactMap(Self.channel)
            guard values.count == 3 else { return nil }
            self = .ground(RGB(values[0], values[1], values[2]))
            return
        }
        return nil
    }

    /// One to four hexadecimal digits say a share of the brightest (XParseColor(3)).
    private static func channel(_ digits: Substring) -> UInt8? {
        guard (1...4).contains(digits.count), let value = Int(digits, radix: 16), value >= 0
        else { return nil }
        let brightest = 1 << (4 * digits.count) - 1
        return UInt8((value * 255 + brightest / 2) / brightest)
    }
}
