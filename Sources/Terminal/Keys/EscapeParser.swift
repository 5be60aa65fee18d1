internal import Cells

/// Takes apart what a terminal sends behind an Esc, scalar by scalar (ECMA-48, xterm's ctlseqs).
///
/// ncurses has already turned the keys that it knows into codes. What is left is what nobody bound:
/// reports that come late, keys with odd modifiers, the mouse. Read as letters they would be
/// commands, so a sequence is taken as a whole, and one that means nothing here does nothing.
///
/// 1. It holds no more than `limit` scalars, however long a sequence is; the rest of a longer one
///    is still taken, and does nothing.
/// 2. Cut in the middle it waits for the rest; whoever knows the time gives up with `giveUp`.
struct EscapeParser {
    enum Step: Equatable {
        /// The sequence goes on.
        case more
        /// It is over.
        case done(Event?)
        /// It is over, and what was given begins something new: another sequence, or a paste.
        case broken
    }

    enum Event: Equatable {
        case alt(Unicode.Scalar)
        case mouse(MouseEvent)
        case report(TerminalReport)
    }

    private enum Place {
        case nowhere
        case afterEscape
        /// `ESC [`: parameters, then one final.
        case control
        /// `ESC O`: at most a modifier, then one final.
        case single
        /// `ESC ]`, `ESC P` and their like: anything up to BEL or ST. Only the first is read.
        case string
        case stringAfterEscape
        /// So many scalars more, whatever they are: three behind `ESC [ M`, xterm's first mouse
        /// protocol, and one behind `ESC [ [`, the function keys of Linux' console.
        case counted(left: Int)
    }

    static let limit = 64

    private var place = Place.nowhere
    private var parameters: [UInt8] = []
    private var isTooLong = false
    private var isCommand = false

    var isInside: Bool { if case .nowhere = place { false } else { true } }

    /// Whether an Esc has been read and nothing behind it.
    var isAtEscape: Bool { if case .afterEscape = place { true } else { false } }

    mutating func begin() {
        place = .afterEscape
        parameters = []
        isTooLong = false
    }

    mutating func giveUp() { place = .nowhere }

    mutating func take(_ scalar: Unicode.Scalar) -> Step {
        // CAN and SUB end any sequence without effect (ECMA-48, 8.3.6 and 8.3.148).
        if scalar.value == 0x18 || scalar.value == 0x1A, isInside, !isAtEscape {
            return end(nil)
        }
        switch place {
        case .nowhere: return .broken
        case .afterEscape: return takeIntroducer(scalar)
        case .control: return takeControl(scalar)
        case .single:
            if scalar.value == 0x1B { return broken() }
            return ("0"..."9").contains(scalar) || scalar == ";" ? .more : end(nil)
        case .string:
            if scalar.value == 0x07 || scalar.value == 0x9C { return endString() }
            if scalar.value == 0x1B { place = .stringAfterEscape } else { keep(scalar) }
            return .more
        case .stringAfterEscape:
            if scalar == "\\" { return endString() }
            // Not the terminator: the string was cut, and this belongs to the sequence after it.
            begin()
            return take(scalar)
        case .counted(let left):
            if left > 1 {
                place = .counted(left: left - 1)
                return .more
            }
            return end(nil)
        }
    }

    private mutating func takeIntroducer(_ scalar: Unicode.Scalar) -> Step {
        switch scalar {
        case "[": place = .control
        case "O": place = .single
        case "]", "P", "X", "^", "_":
            place = .string
            isCommand = scalar == "]"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: return broken()
        default: return end(.alt(scalar))
        }
        return .more
    }

    private mutating func takeControl(_ scalar: Unicode.Scalar) -> Step {
        switch scalar.value {
        case 0x20...0x3F:
            keep(scalar)
            return .more
        case 0x40...0x7E:
            if parameters.isEmpty, scalar == "M" || scalar == "[" {
                place = .counted(left: scalar == "M" ? 3 : 1)
                return .more
            }
            guard !isTooLong else { return end(nil) }
            let isMouse = (scalar == "M" || scalar == "m") && parameters.first == 0x3C
            guard isMouse else {
                return end(
                    TerminalReport(control: parameters, final: scalar).map { .report($0) })
            }
            return end(
                MouseReport.event(parameters.dropFirst(), isPress: scalar == "M").map {
                    .mouse($0)
                })
        case 0x1B: return broken()
        // No sequence has these: it is over, and nobody knows what it was.
        default: return end(nil)
        }
    }

    private mutating func keep(_ scalar: Unicode.Scalar) {
        if parameters.count < Self.limit, scalar.isASCII {
            parameters.append(UInt8(scalar.value))
        } else {
            isTooLong = true
        }
    }

    private mutating func endString() -> Step {
        let isRead = isCommand && !isTooLong
        return end(isRead ? TerminalReport(command: parameters).map { .report($0) } : nil)
    }

    private mutating func end(_ event: Event?) -> Step {
        place = .nowhere
        return .done(event)
    }

    private mutating func broken() -> Step {
        place = .nowhere
        return .broken
    }
}
