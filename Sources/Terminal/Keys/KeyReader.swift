internal import CCurses
internal import Cells

/// Turns what ncurses reads into keys and mouse events.
///
/// 1. Reads from a pad, because reading from a window repaints it behind the painter's back.
/// 2. `read` never waits longer than the escape delay, and takes at most `portion` codes: a paste
///    of any length leaves room for painting.
/// 3. A paste is one key, however many lines it has, and bounded.
/// 4. A sequence that nobody knows is no key at all, also when it comes in pieces.
final class KeyReader {
    struct Typed {
        var inputs: [ScreenInput] = []
        /// What the terminal said of itself among them.
        var reports: [TerminalReport] = []
        /// Whether anything at all was read.
        var hasRead = false
    }

    // Codes beyond ncurses' own (KEY_MAX is 0777), bound to the bracketed-paste marks.
    private static let pasteBegan: Int32 = 0o1001
    private static let pasteEnded: Int32 = 0o1002
    private static let portion = 1024
    /// How long the rest of a sequence may take. A person who presses Alt and a bracket goes on
    /// typing later than that.
    private static let patience = Duration.milliseconds(200)

    private let pad: UnsafeMutablePointer<WINDOW>
    private var pasted: PasteBuffer?
    private var parser = EscapeParser()
    private var lastRead = ContinuousClock.now
    /// Whether the last portion was full: ncurses may hold more, of which the line knows nothing.
    private(set) var mayHaveMore = false

    init() throws(TerminalProblem) {
        guard let pad = newpad(1, 1) else { throw .refused(call: "newpad") }
        self.pad = pad
        guard keypad(pad, true) != ERR, nodelay(pad, true) != ERR,
            define_key("\u{1B}[200~", Self.pasteBegan) != ERR,
            define_key("\u{1B}[201~", Self.pasteEnded) != ERR
        else { throw .refused(call: "keypad") }
        // Else ncurses takes the beginning of a mouse report and leaves the rest as letters. It
        // refuses where the terminal has no such key.
        _ = keyok(KEY_MOUSE, false)
    }

    deinit { _ = delwin(pad) }

    /// What has been typed until now.
    func read() -> Typed {
        var typed = Typed()
        for _ in 0..<Self.portion {
            guard let code = next() else {
                mayHaveMore = false
                // Nothing behind an Esc: it was the key.
                if parser.isAtEscape {
                    parser.giveUp()
                    typed.inputs.append(.key(.escape))
                }
                return typed
            }
            typed.hasRead = true
            if let input = take(code, &typed.reports) { typed.inputs.append(contentsOf: input) }
        }
        mayHaveMore = true
        return typed
    }

    private struct Code {
        let value: Int32
        let isFunction: Bool

        var scalar: Unicode.Scalar? {
            isFunction ? nil : Unicode.Scalar(UInt32(bitPattern: value))
        }
    }

    private func next() -> Code? {
        var value: wint_t = 0
        let status = wget_wch(pad, &value)
        guard status != ERR else { return nil }
        return Code(value: Int32(bitPattern: value), isFunction: status == KEY_CODE_YES)
    }

    private func take(_ code: Code, _ reports: inout [TerminalReport]) -> [ScreenInput]? {
        if pasted != nil { return collect(code).map { [.key($0)] } }
        if parser.isInside {
            let now = ContinuousClock.now
            if now - lastRead > Self.patience, !parser.isAtEscape { parser.giveUp() }
            lastRead = now
        }
        guard parser.isInside else { return begin(code).map { [.key($0)] } }
        let wasAtEscape = parser.isAtEscape
        guard let scalar = code.scalar else {
            parser.giveUp()
            return (wasAtEscape ? [.key(.escape)] : []) + (begin(code).map { [.key($0)] } ?? [])
        }
        switch parser.take(scalar) {
        case .more, .done(nil): return nil
        case .done(.alt(let letter)): return [.key(.alt(Character(letter)))]
        case .done(.mouse(let event)): return [.mouse(event)]
        case .done(.report(let report)):
            reports.append(report)
            return nil
        case .broken:
            return (wasAtEscape ? [.key(.escape)] : []) + (begin(code).map { [.key($0)] } ?? [])
        }
    }

    /// What is no part of anything that was read before.
    private func begin(_ code: Code) -> Key? {
        if code.isFunction {
            guard code.value == Self.pasteBegan else { return KeyCodes.key(code.value) }
            pasted = PasteBuffer()
            return nil
        }
        guard code.value == 27 else { return Self.plain(code.value) }
        parser.begin()
        lastRead = ContinuousClock.now
        return nil
    }

    private func collect(_ code: Code) -> Key? {
        if code.isFunction {
            guard code.value == Self.pasteEnded, let text = pasted?.whole else { return nil }
            pasted = nil
            return .paste(text)
        }
        if let scalar = code.scalar { pasted?.take(scalar) }
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
