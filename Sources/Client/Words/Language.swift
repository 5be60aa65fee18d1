/// The languages that everything is said in.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case english, portuguese

    /// From a locale's name, as `LC_MESSAGES` or `LANG` has it: `pt_BR.UTF-8`.
    package init(localeName: String) {
        self = localeName.lowercased().hasPrefix("pt") ? .portuguese : .english
    }
}
