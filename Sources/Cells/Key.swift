/// What a person pressed.
package enum Key: Hashable, Sendable {
    case character(Character)
    /// With Ctrl held; the letter in lower case.
    case control(Character)
    /// With Alt held (or after Esc, at once).
    case alt(Character)
    case enter
    case escape
    case tab
    case backtab
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    case function(Int)
    /// What the terminal says was pasted, as one piece, so that no line of it is taken for a key.
    case paste(String)
}

extension Key: CustomStringConvertible {
    /// As help and footers show it.
    package var description: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let character): "^\(character)"
        case .alt(let character): "alt-\(character)"
        case .enter: "⏎"
        case .escape: "esc"
        case .tab: "tab"
        case .backtab: "shift-tab"
        case .backspace: "⌫"
        case .delete: "del"
        case .insert: "ins"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "home"
        case .end: "end"
        case .pageUp: "pgup"
        case .pageDown: "pgdn"
        case .function(let number): "F\(number)"
        case .paste: "paste"
        }
    }
}
