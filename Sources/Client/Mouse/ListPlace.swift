/// The lists that can be on the screen at once.
enum ListPlace: Int {
    /// Of the open pane.
    case main
    /// The transfers beside the catalog.
    case strip
    /// The console's sections.
    case sections
    /// Of the dialog on top.
    case overlay
}
