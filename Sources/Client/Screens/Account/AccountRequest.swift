package import API
package import Domain

/// What the caller asks about their own account.
package enum AccountRequest: Hashable, Sendable {
    case sessions
    case endSession(SessionID)
    case endOtherSessions
    case keys
    case createKey(NewAPIKey)
    case deleteKey(APIKeyID)
    case resetPasskey
    case beginSecondFactor(SecondFactorRequest)
    case confirmSecondFactor(SecondFactorCode)
    case removeSecondFactor(SecondFactorRemoval)

    /// What only asks; an act is finished once begun.
    package var id: EffectID? {
        switch self {
        case .sessions: .ownSessions
        case .keys: .ownKeys
        case .endSession, .endOtherSessions, .createKey, .deleteKey, .resetPasskey,
            .beginSecondFactor, .confirmSecondFactor, .removeSecondFactor:
            nil
        }
    }
}
