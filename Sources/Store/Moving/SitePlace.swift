/// Where in a file of a site something is.
package struct SitePlace: Hashable, Sendable {
    /// Counted from one.
    package let line: Int
    /// The block of rows, where it is in one.
    package let block: Block?

    package struct Block: Hashable, Sendable {
        package let table: String
        /// Counted from one in each table.
        package let number: Int
    }
}

extension SitePlace: CustomStringConvertible {
    package var description: String {
        guard let block else { return "line \(line)" }
        return "line \(line) (block \(block.number) of \(block.table))"
    }
}
