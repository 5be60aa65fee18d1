internal import CCurses
internal import Cells

/// Turns what ncurses reads into keys.
///
/// 1. Reads from a pad, because reading from a window repaints it behind the painter's back.
/// 2. `read` never waits longer than the escape delay.
/// 3. A paste is one key, however many lines it has, and bounded.
final class KeyReader {
    // Codes beyond ncurses' own (KEY_MAX is 0777), bound to the bracketed-paste marks.
    private static let pasteBegan: Int32 = 0o1001
    private static let pasteEnded: Int32 = 0o1002
    private static let pasteLimit = 1 << 20

    private let pad: UnsafeMutablePointer<WINDOW>
    private var pasted: String.UnicodeScalarView?

    init() throws(TerminalProblem) {
        guard let pad = newpad(1, 1) else { throw .refused(call: "newpad") }
        self.pad = pad
        guard keypad(pad, true) != ERR, nodelay(pad, true) != ERR,
            define_key("\u{1B}[200~", Self.pasteBegan) != ERR,
            define_key("\u{1B}[201~", Self.pasteEnded) != ERR
        else { throw .refused(call: "keypad") }
    }

    deinit { _ = delwin(pad) }

    /// Whatever has been typed until now.
    ///
    /// - Returns: the keys, and whether anything at all was read.
    func read() -> (keys: [Key], hasRead: Bool) {
        var keys: [Key] = []
        var hasRead = false
        while let code = next() {
            hasRead = true
            if pasted != nil {
                if let paste = collect(code) { keys.append(paste) }
            } else if code.isFunction {
                if code.value == Self.pasteBegan {
                    pasted = String.UnicodeScalarView()
                } else if let key = KeyCodes.key(code.value) {
                    keys.append(key)
                }
            } else if code.value == 27 {
                keys.append(afterEscape())
            } else if let key = Self.plain(code.value) {
                keys.append(key)
            }
        }
        return (keys, hasRead)
    }

    private struct Code {
        let value: Int32
        let isFunction: Bool
    }

    private func next() -> Code? {
        var value: wint_t = 0
        let status = wget_wch(pad, &value)
        guard status != ERR else { return nil }
        return Code(value: Int32(bitPattern: value), isFunction: status == KEY_CODE_YES)
    }

    /// A character that follows at once was typed with Alt: read as Esc and a letter, it would act
    /// on two bindings.
    private func afterEscape() -> Key {
        guard let code = next() else { return .escape }
        if !code.isFunction, code.value != 27,
            case .character(let character) = Self.plain(code.value)
        {
            return .alt(character)
        }
        // Not ours to join: it stays in the queue, and Esc goes first.
        if code.isFunction { _ = ungetch(code.value) } else { _ = unget_wch(wchar_t(code.value)) }
        return .escape
    }

    private func collect(_ code: Code) -> Key? {
        guard let text = pasted else { return nil }
        if code.isFunction {
            guard code.value == Self.pasteEnded else { return nil }
            pasted = nil
            return .paste(String(text))
        }
        if text.count < Self.pasteLimit, let scalar = Unicode.Scalar(UInt32(bitPattern: code.value))
        {
            pasted?.append(scalar == "\r" ? "\n" : scalar)
        }
        return nil
    }

    private static func plain(_ value: Int32) -> Key? {
        switch value {
        case 0: return .control(" ")
        case 8, 127: return .backspace
        case 9: return .tab
        case 10, 13: return .enter
        case 1...26:
            return Unicode.Scalar(UInt32(value) + 96).map { .control(Character($0)) }
        case 28...31: return nil
        default:
            return Unicode.Scalar(UInt32(bitPattern: value)).map { .character(Character($0)) }
        }
    }
}
