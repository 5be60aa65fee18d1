/// How far a move has come.
package struct MovingProgress: Hashable, Sendable {
    package enum Stage: Hashable, Sendable {
        /// Rows of the database are written to the file.
        case exporting
        /// Bytes of the file are held against their checksums.
        case checking
        /// Rows of the file are written to the database.
        case importing
        /// Entries of the catalog are indexed.
        case indexing
        /// Pages of the database are copied.
        case copying
        /// The copy is being proved sound; how far is not known.
        case proving
    }

    package let stage: Stage
    package let done: Int
    /// `nil` where it is not known.
    package let total: Int?

    package init(stage: Stage, done: Int, total: Int?) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}
