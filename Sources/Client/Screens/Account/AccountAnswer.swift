package import API
package import Domain

/// What came of an `AccountRequest`.
package enum AccountAnswer: Equatable, Sendable {
    case sessions(Outcome<[SessionBody]>)
    case sessionEnded(SessionID, Outcome<Nothing>)
    case otherSessionsEnded(Outcome<EndedSessions>)
    case keys(Outcome<[APIKeyBody]>)
    case keyCreated(Outcome<APIKeyBody>)
    case keyDeleted(APIKeyID, Outcome<Nothing>)
    case passkeyReset(Outcome<MeReply>)
    case secondFactorBegun(Outcome<SecondFactorSecret>)
    case secondFactorConfirmed(Outcome<RecoveryCodes>)
    case secondFactorRemoved(Outcome<Nothing>)
}
