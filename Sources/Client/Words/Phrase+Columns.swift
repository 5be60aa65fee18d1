extension Phrase {
    static let width = Phrase("width", "largura")
    static let standardWidth = Phrase("auto", "auto")
    static let standardColumns = Phrase("standard", "padrão")
    static let noColumnsHere = Phrase(
        "this list has no columns to choose", "esta lista não tem colunas a escolher")

    static func columnsOf(_ table: Phrase) -> Phrase {
        Phrase(
            "Columns of \(table.said(in: .english))", "Colunas de \(table.said(in: .portuguese))")
    }
}

extension TableName {
    package var phrase: Phrase {
        switch self {
        case .catalog: .catalog
        case .transfers: .transfers
        case .users: AdminSection.users.title
        }
    }
}

extension ColumnName {
    /// Its title; some have only a sign, or none at all.
    func phrase(in table: TableName) -> Phrase {
        switch self {
        case .title: .title
        case .type: .type
        case .size: .size
        case .swarm: .swarm
        case .age: .age
        case .audience: .audience
        case .progress: .progress
        case .down: .down
        case .up: .up
        case .eta: .eta
        case .peers: .peers
        case .ratio: .ratioColumn
        case .name: .name
        case .role: .role
        case .since: .since
        case .standing: Phrase("Standing", "Situação")
        }
    }
}
