/// What a colour says; a theme decides how it looks.
///
/// No meaning is told by colour alone: a sign or a word always goes with it.
package enum Meaning: String, CaseIterable, Hashable, Sendable {
    // Surfaces.
    case background
    case rowSelected
    /// The row under the cursor of a pane that does not have the focus.
    case rowSelectedUnfocused
    case rowMarked
    case meterTrack

    // Text.
    case text
    /// Units, zeros, hints, what can be read later.
    case textDim
    /// What cannot be done now.
    case textDisabled
    case title
    case rowSelectedText
    case graphText
    /// What the focus and the keys have: the one accent.
    case accent
    /// A row that has just changed.
    case changed
    /// What a search hit; underlined too.
    case hit

    // Lines.
    case border
    case borderFocused

    // States.
    case good
    case warning
    case bad
    case download
    case upload
    case seeding
    case paused
    case ratioGood
    case ratioFair
    case ratioPoor
}
