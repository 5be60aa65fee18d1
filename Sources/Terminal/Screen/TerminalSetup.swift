internal import CCurses
internal import Foundation

/// Finds a description of the terminal that ncurses can work with.
enum TerminalSetup {
    /// - Returns: whether UTF-8 can be written.
    static func setLocale(_ settings: TerminalSettings) -> Bool {
        _ = setlocale(LC_ALL, "")
        if enxame_locale_is_utf8() { return true }
        return settings.meansUTF8 && setlocale(LC_CTYPE, "C.UTF-8") != nil
            && enxame_locale_is_utf8()
    }

    /// - Returns: the name of the first description that exists and can place the cursor.
    static func description(_ settings: TerminalSettings) throws(TerminalProblem) -> String {
        for name in settings.descriptions {
            var status: Int32 = 0
            guard !name.isEmpty, setupterm(name, STDOUT_FILENO, &status) == OK else { continue }
            guard enxame_capability("cup") != nil, enxame_capability("clear") != nil else {
                throw .cannotPlaceCursor(name)
            }
            return name
        }
        throw .unknownTerminal(settings.term)
    }

    static let pasteOn = "\u{1B}[?2004h"
    static let pasteOff = "\u{1B}[?2004l"

    /// Buttons and the wheel, moves with a button held, and reports as numbers (xterm's ctlseqs).
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

    /// Whether the terminal is a window of a desktop, or runs in one: it has a second screen to show
    /// a program on, and answers questions. Linux' console and the terminals of old do not know what
    /// else such a window is asked, and would print it.
    static var isEmulator: Bool {
        enxame_capability("smcup") != nil && enxame_capability("u7") != nil
    }

    /// What is on while the screen is ours.
    static func modesOn(hasMouse: Bool) -> String { pasteOn + (hasMouse ? mouseOn : "") }

    static func modesOff(hasMouse: Bool) -> String { (hasMouse ? mouseOff : "") + pasteOff }

    /// xterm's OSC 52, which most others understand too.
    static func clipboard(_ text: String) -> String {
        "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
    }

    /// What leaves the screen: colours off, cursor on, keypad off, the shell's screen back.
    static func restoringBytes(hasMouse: Bool) -> [UInt8] {
        var bytes = Array(modesOff(hasMouse: hasMouse).utf8)
        for name in ["sgr0", "op", "cnorm", "rmkx", "rmcup"] {
            guard let capability = enxame_capability(name) else { continue }
            bytes += withoutPadding(String(cString: capability))
        }
        return bytes
    }

    /// Descriptions ask for pauses as `$<5>` (terminfo(5)); a terminal that needs them is no more.
    private static func withoutPadding(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "$<") {
            bytes += rest[..<start.lowerBound].utf8
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: ">") else { return bytes }
            rest = rest[rest.index(after: end)...]
        }
        return bytes + rest.utf8
    }
}
