extension Key {
    /// As the settings file names it; `nil` for what is no key on a keyboard.
    package var name: String? {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let character): "ctrl-\(character)"
        case .alt(let character): "alt-\(character)"
        case .function(let number): "f\(number)"
        case .paste: nil
        default: Self.named.first { $0.key == self }?.name
        }
    }

    /// - Parameter name: as `name` says it.
    package init?(name: String) {
        if let known = Self.named.first(where: { $0.name == name }) {
            self = known.key
            return
        }
        let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
        if name == "space" {
            self = .character(" ")
        } else if name.count == 1, let character = name.first, !character.isWhitespace {
            self = .character(character)
        } else if parts.count == 2, parts[1].count == 1, let character = parts[1].first {
            switch parts[0] {
            // Terminals do not tell ^A from ^a, and have none for most signs.
            case "ctrl" where character.isASCII && character.isLowercase: self = .control(character)
            case "alt" where !character.isWhitespace: self = .alt(character)
            default: return nil
            }
        } else if name.first == "f", let number = Int(name.dropFirst()), (1...12).contains(number),
            name == "f\(number)"
        {
            self = .function(number)
        } else {
            return nil
        }
    }

    private static let named: [(key: Key, name: String)] = [
        (.enter, "enter"), (.escape, "esc"), (.tab, "tab"), (.backtab, "shift-tab"),
        (.backspace, "backspace"), (.delete, "delete"), (.insert, "insert"), (.up, "up"),
        (.down, "down"), (.left, "left"), (.right, "right"), (.home, "home"), (.end, "end"),
        (.pageUp, "page-up"), (.pageDown, "page-down"),
    ]
}
