package import API

/// Something that was done, and how to take it back.
package struct Undo: Equatable, Sendable {
    package enum Way: Equatable, Sendable {
        /// By other acts, under the same rules as any.
        case acts([Effect])
        case marks(MarkedBefore)
        case sort(CatalogSort)
        case range(HistoryRange)
        case theme(ThemeSetting)
        case columns(ColumnChoice)
        /// Not at all; some say what to do instead.
        case impossible(instead: Phrase? = nil)
    }

    /// What was done, as a noun or a short sentence.
    package let title: Phrase
    package let way: Way
}
