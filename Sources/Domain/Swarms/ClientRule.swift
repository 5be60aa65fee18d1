/// What a rule says of the clients it names.
package enum ClientRule: String, CaseIterable, Codable, Sendable {
    case ban
    /// It is let in; while there is one such rule, others are not.
    case allow
}
