/// The pages of the account.
package enum AccountSection: Int, CaseIterable, Hashable, Sendable {
    case oneself, sessions, keys

    var context: KeyContext {
        switch self {
        case .oneself: .ownAccount
        case .sessions: .ownSessions
        case .keys: .ownKeys
        }
    }
}
