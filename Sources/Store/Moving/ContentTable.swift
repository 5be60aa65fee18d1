/// A table whose rows a move carries: what it is called, what is in it, and in what order.
struct ContentTable: Hashable, Sendable {
    struct Column: Hashable, Sendable {
        enum Kind: String, Sendable {
            case integer, text
            /// Bytes; in a file of a site they are written so.
            case base64
        }

        let name: String
        let kind: Kind
        let isOptional: Bool
        /// Bytes without a bound of their own, so that few such rows are held at once.
        let isLarge: Bool
        /// Refers to a row of the same table that may come later, and is filled in at the end.
        let isLate: Bool

        /// As the line of its table names it.
        var label: String { "\(name):\(kind.rawValue)\(isOptional ? "?" : "")" }
    }

    let name: String
    let columns: [Column]
    /// The primary key, which rows are ordered by.
    let key: [String]
}

extension ContentTable.Column {
    static func integer(_ name: String, late: Bool = false) -> Self {
        Self(name: name, kind: .integer, isOptional: late, isLarge: false, isLate: late)
    }

    static func text(_ name: String) -> Self {
        Self(name: name, kind: .text, isOptional: false, isLarge: false, isLate: false)
    }

    static func bytes(_ name: String, large: Bool = false) -> Self {
        Self(name: name, kind: .base64, isOptional: false, isLarge: large, isLate: false)
    }

    static func optional(_ column: Self) -> Self {
        Self(
            name: column.name, kind: column.kind, isOptional: true, isLarge: column.isLarge,
            isLate: column.isLate)
    }
}

extension ContentTable {
    /// The columns at these places of a row are its key.
    var keyPlaces: [Int] {
        key.compactMap { name in columns.firstIndex { $0.name == name } }
    }

    var largeColumns: [Column] { columns.filter(\.isLarge) }
    var latePlace: Int? { columns.firstIndex { $0.isLate } }
    var names: String { columns.map(\.name).joined(separator: ", ") }
}
