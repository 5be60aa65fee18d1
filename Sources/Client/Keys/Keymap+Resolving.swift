package import Cells

extension Keymap {
    /// What keys typed so far mean.
    package enum Meaning: Hashable, Sendable {
        case action(Action)
        /// They begin a chord.
        case beginning
        case nothing
    }

    /// The first context that knows the keys decides, be it as a whole or as a beginning. In one
    /// context a single key comes before the chords that begin with it: it acts at once.
    package func meaning(of typed: [Key], in contexts: [KeyContext]) -> Meaning {
        for context in contexts {
            for binding in self[context] {
                let isKey = typed.count == 1 && binding.keys.contains(typed[0])
                if isKey || binding.chords.contains(where: { $0.keys == typed }) {
                    return .action(binding.action)
                }
            }
            let begins = self[context].contains { $0.chords.contains { $0.begins(with: typed) } }
            if begins { return .beginning }
        }
        return .nothing
    }

    /// What can follow on keys that begin chords, each once, most special context first.
    package func continuations(
        of typed: [Key], in contexts: [KeyContext]
    ) -> [(key: Key, action: Action)] {
        var seen: Set<Key> = []
        var found: [(key: Key, action: Action)] = []
        for context in contexts {
            for binding in self[context] {
                for chord in binding.chords where chord.begins(with: typed) {
                    let key = chord.keys[typed.count]
                    if seen.insert(key).inserted { found.append((key, binding.action)) }
                }
            }
        }
        return found
    }
}
