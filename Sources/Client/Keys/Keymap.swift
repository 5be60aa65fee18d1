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

    /// The keymap with other keys for an action, wherever it is bound; what used those keys in the
    /// same context loses them.
    package func rebinding(_ action: Action, to keys: [Key]) -> Keymap {
        var changed = self
        for (context, list) in bindings where list.contains(where: { $0.action == action }) {
            changed.bindings[context] = list.map { binding in
                let kept =
                    binding.action == action ? keys : binding.keys.filter { !keys.contains($0) }
                return Binding(kept, binding.action, hinted: binding.isHinted)
            }
        }
        return changed
    }
}
