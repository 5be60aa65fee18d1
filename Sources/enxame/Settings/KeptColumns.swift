import Client

/// `columns.json`: for each table its columns in their order, those that are hidden, and widths.
struct KeptColumns: Codable, Sendable {
    struct Table: Codable, Sendable {
        var order: [String]?
        var hidden: [String]?
        var widths: [String: Int]?
    }

    private var tables: [String: Table]

    static func file(in folders: ClientFolders) -> StateFile<KeptColumns> {
        StateFile("columns.json", in: folders)
    }

    init(_ columns: ColumnChoices) {
        tables = Dictionary(
            uniqueKeysWithValues: columns.chosen.map { choice in
                let widths = choice.widths.map { ($0.rawValue, $1) }
                let table = Table(
                    order: choice.order.map(\.rawValue),
                    hidden: choice.hidden.map(\.rawValue).sorted(),
                    widths: Dictionary(uniqueKeysWithValues: widths))
                return (choice.table.rawValue, table)
            })
    }

    init(from decoder: any Decoder) throws {
        tables = try decoder.singleValueContainer().decode([String: Table].self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(tables)
    }

    /// What is understood, and what is not.
    func read() -> (columns: ColumnChoices, problems: [Phrase]) {
        var problems: [Phrase] = []
        var choices: [ColumnChoice] = []
        for (name, kept) in tables.sorted(by: { $0.key < $1.key }) {
            guard let table = TableName(rawValue: name) else {
                problems.append(Self.problem("there is no table", "não há tabela", name))
                continue
            }
            func column(_ name: String) -> ColumnName? {
                let column = ColumnName(rawValue: name).flatMap {
                    table.columns.contains($0) ? $0 : nil
                }
                if column == nil {
                    problems.append(
                        Self.problem(
                            "\(table.rawValue) has no column", "\(table.rawValue) não tem coluna",
                            name))
                }
                return column
            }
            var widths: [ColumnName: Int] = [:]
            for (name, width) in (kept.widths ?? [:]).sorted(by: { $0.key < $1.key }) {
                if let column = column(name) { widths[column] = width }
            }
            choices.append(
                ColumnChoice(
                    table, order: (kept.order ?? []).compactMap(column),
                    hidden: Set((kept.hidden ?? []).compactMap(column)), widths: widths))
        }
        return (ColumnChoices(choices), problems)
    }

    private static func problem(_ english: String, _ portuguese: String, _ name: String) -> Phrase {
        let name = String(
            name.filter { $0.isLetter || $0.isNumber || "-_".contains($0) }.prefix(40))
        return Phrase(
            "columns.json: \(english) “\(name)”", "columns.json: \(portuguese) “\(name)”")
    }
}
