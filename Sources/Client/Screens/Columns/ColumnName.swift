/// A column of a table that a person may choose, order and size.
package enum ColumnName: String, CaseIterable, Hashable, Sendable {
    case title, type, size, swarm, age, audience
    case progress, down, up, eta, peers, ratio
    case name, role, since, standing
}
