package import Cells

/// Keys pressed one after another that mean something together.
///
/// There are at least two: a single key is no chord.
package struct KeyChord: Hashable, Sendable, CustomStringConvertible {
    package let keys: [Key]

    package init(_ first: Key, _ second: Key, _ more: Key...) { keys = [first, second] + more }

    /// - Parameter name: names of keys with a space between them, as in `"z t"`.
    package init?(name: String) {
        let names = name.split(separator: " ").map(String.init)
        let keys = names.compactMap { Key(name: $0) }
        guard keys.count >= 2, keys.count == names.count else { return nil }
        self.keys = keys
    }

    /// As the settings file names it.
    package var name: String? {
        let names = keys.compactMap(\.name)
        return names.count == keys.count ? names.joined(separator: " ") : nil
    }

    package var description: String { keys.map(\.description).joined(separator: " ") }

    /// Whether these keys are its beginning, and more is to come.
    func begins(with typed: [Key]) -> Bool {
        typed.count < keys.count && keys.starts(with: typed)
    }
}
