/// The columns of all tables; those that nobody has chosen are the standard ones.
package struct ColumnChoices: Hashable, Sendable {
    private var choices: [TableName: ColumnChoice]

    package static let standard = ColumnChoices([])

    package init(_ choices: [ColumnChoice]) {
        self.choices = Dictionary(choices.map { ($0.table, $0) }, uniquingKeysWith: { $1 })
    }

    package subscript(table: TableName) -> ColumnChoice {
        get { choices[table] ?? ColumnChoice(table) }
        set { choices[table] = newValue.isStandard ? nil : newValue }
    }

    /// Those that are not standard.
    package var chosen: [ColumnChoice] { TableName.allCases.compactMap { choices[$0] } }
}
