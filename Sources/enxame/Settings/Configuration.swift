import Client
import Foundation
import TOMLKit

/// What the user set in `config.toml`.
///
/// What the file gets wrong is left out and told; the program starts with the rest of it.
struct Configuration {
    private(set) var language: Language?
    /// By name, or `auto`; holds where none was chosen on the screen.
    private(set) var theme: String?
    private(set) var hasMouse = true
    private(set) var keymap = Keymap.standard
    private(set) var problems: [Phrase] = []

    /// A file that is not there sets nothing.
    init(path: String) {
        guard let data = FileManager.default.contents(atPath: path) else { return }
        read(String(decoding: data, as: UTF8.self))
    }

    private mutating func read(_ text: String) {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let line = error.source.begin.line
            problems.append(Phrase("line \(line) is not TOML", "a linha \(line) não é TOML"))
            return
        } catch {
            problems.append(Phrase("it cannot be read", "não pode ser lido"))
            return
        }
        for name in table.keys.sorted() {
            switch name {
            case "language": readLanguage(table[name]?.string)
            case "theme":
                theme = table[name]?.string
                if theme == nil {
                    problems.append(Phrase("theme is a name", "theme é um nome"))
                }
            case "mouse": readMouse(table[name]?.bool)
            case "keys": readKeys(table[name]?.table)
            default:
                let name = Self.shown(name)
                problems.append(
                    Phrase("there is no setting “\(name)”", "não há configuração “\(name)”"))
            }
        }
    }

    private mutating func readLanguage(_ value: String?) {
        switch value {
        case "en": language = .english
        case "pt": language = .portuguese
        default: problems.append(Phrase("language is “en” or “pt”", "language é “en” ou “pt”"))
        }
    }

    private mutating func readMouse(_ value: Bool?) {
        guard let value else {
            problems.append(
                Phrase("mouse is “true” or “false”", "mouse é “true” ou “false”"))
            return
        }
        hasMouse = value
    }

    /// Actions stand under `keys` for every place where they have one, or under `keys.PLACE`.
    private mutating func readKeys(_ table: TOMLTable?) {
        guard let table else {
            problems.append(Phrase("keys is a table", "keys é uma tabela"))
            return
        }
        var changes: [KeyChange] = []
        for name in table.keys.sorted() {
            if let place = table[name]?.table {
                for action in place.keys.sorted() {
                    changes += change(place[action], of: action, in: name)
                }
            } else {
                changes += change(table[name], of: name, in: nil)
            }
        }
        let (changed, wrong) = keymap.changing(changes)
        keymap = changed
        problems += wrong.map { .keymapProblem($0) }
    }

    private mutating func change(
        _ value: (any TOMLValueConvertible)?, of action: String, in place: String?
    ) -> [KeyChange] {
        if let key = value?.string { return [KeyChange(place: place, action: action, keys: [key])] }
        if let array = value?.array {
            let keys = array.compactMap(\.string)
            if keys.count == array.count {
                return [KeyChange(place: place, action: action, keys: keys)]
            }
        }
        let name = Self.shown(action)
        problems.append(
            Phrase(
                "\(name): keys are a text, or a list of texts",
                "\(name): teclas são um texto, ou uma lista de textos"))
        return []
    }

    /// What is told where a name is none of the themes'.
    static func noTheme(named name: String) -> Phrase {
        let name = shown(name)
        return Phrase("there is no theme “\(name)”", "não há tema “\(name)”")
    }

    private static func shown(_ name: String) -> String {
        String(name.filter { $0.isLetter || $0.isNumber || "-_".contains($0) }.prefix(40))
    }
}
