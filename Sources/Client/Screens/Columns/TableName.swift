/// A table whose columns are chosen.
package enum TableName: String, CaseIterable, Hashable, Sendable {
    case catalog, transfers, users

    /// All columns there are, in the order they have when nobody has chosen.
    package var columns: [ColumnName] {
        switch self {
        case .catalog: [.title, .type, .size, .swarm, .age, .audience]
        case .transfers: [.title, .progress, .size, .down, .up, .eta, .peers, .ratio]
        case .users: [.name, .role, .up, .down, .ratio, .since, .standing]
        }
    }

    /// Without this one nobody would know what a row is; it always shows.
    package var needed: ColumnName { self == .users ? .name : .title }
}
