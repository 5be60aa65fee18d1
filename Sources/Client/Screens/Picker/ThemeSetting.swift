/// Which theme is on: always the same, or what fits the terminal.
package enum ThemeSetting: Hashable, Sendable {
    case fixed(Int)
    /// A light one where the terminal is light, else the one that is compiled in.
    case auto

    /// How settings name it.
    package static let autoName = "auto"
}
