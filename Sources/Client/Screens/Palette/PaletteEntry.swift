/// One line of the palette.
package struct PaletteEntry: Equatable, Sendable {
    package let action: Action
    package let key: String
    /// Why it cannot be done now.
    package let reason: Phrase?
    /// Which letters of its title were typed.
    package let places: [Int]
}
