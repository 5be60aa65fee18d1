import Cells

/// Rows as lines: each column as wide as its widest, and one that takes what is left.
struct LineTable {
    struct Column {
        var title: String
        var alignment = TextAlignment.left
    }

    let columns: [Column]
    /// The column that gives way, and what it keeps at least.
    let flexible: (index: Int, minimum: Int)

    /// Texts come from others: they are made fit for a line here.
    func lines(_ rows: [[String]], width: Int) -> [String] {
        let all = [columns.map(\.title)] + rows.map { $0.map(\.cleanedForScreen) }
        var widths = columns.indices.map { column in all.map { $0[column].columns }.max() ?? 0 }
        let others = widths.enumerated().filter { $0.offset != flexible.index }.map(\.element)
            .reduce(0, +)
        widths[flexible.index] = min(
            widths[flexible.index],
            max(flexible.minimum, width - others - 2 * (widths.count - 1)))
        return all.map { row in
            var line = row.indices.map { column in
                row[column].fitted(to: widths[column], alignment: columns[column].alignment)
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
