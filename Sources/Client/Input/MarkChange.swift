/// What a key does to the marks of a list.
enum MarkChange: Hashable {
    /// So many rows from the cursor on; in a range, its end.
    case toggle(Int)
    case invert
    /// Begins a range, or ends it.
    case range
    /// Gives up the range, or else all marks.
    case clear
}
