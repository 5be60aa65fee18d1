package import Cells

/// Which keys mean what, as data: keys, help, hints and palette all read this one table.
package struct Keymap: Hashable, Sendable {
    private var bindings: [KeyContext: [Binding]]

    package init(_ bindings: [KeyContext: [Binding]]) { self.bindings = bindings }

    package subscript(context: KeyContext) -> [Binding] { bindings[context] ?? [] }

    /// The first context that knows the key decides.
    package func action(for key: Key, in contexts: [KeyContext]) -> Action? {
        for context in contexts {
            if let binding = self[context].first(where: { $0.keys.contains(key) }) {
                return binding.action
            }
        }
        return nil
    }

    package func binding(of action: Action, in contexts: [KeyContext]) -> Binding? {
        contexts.lazy.compactMap { context in
            self[context].first { $0.action == action }
        }.first
    }

    /// Gives an action other keys in one place. Answers whom they are taken from.
    mutating func bind(
        _ action: Action, to keys: [Key], chords: [KeyChord] = [], in context: KeyContext
    ) -> [KeymapProblem] {
        var problems: [KeymapProblem] = []
        bindings[context] = self[context].map { binding in
            guard binding.action != action else {
                return Binding(keys, action, hinted: binding.isHinted, chords: chords)
            }
            for key in keys where binding.keys.contains(key) {
                problems.append(.taken(key, by: action, from: binding.action, context))
            }
            for chord in chords where binding.chords.contains(chord) {
                problems.append(.chordTaken(chord, by: action, from: binding.action, context))
            }
            return Binding(
                binding.keys.filter { !keys.contains($0) }, binding.action,
                hinted: binding.isHinted, chords: binding.chords.filter { !chords.contains($0) })
        }
        return problems
    }
}
