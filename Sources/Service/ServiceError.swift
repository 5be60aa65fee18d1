package import Domain

/// Why a use case did not do what was asked. Each has a stable code and a sentence for people;
/// which HTTP status it becomes is the server's affair.
package enum ServiceError: Error, Hashable, Sendable {
    /// A rule of conduct says no.
    case objected(Objection)
    /// It does not exist, or not for this caller: nobody learns which.
    case notFound(String)
    /// A field of the request cannot be accepted.
    case invalid(field: String, String)
    case conflict(code: String, String)
    /// With the entry that has the torrent, where the caller may see it.
    case alreadyPublished(CatalogID?)
    case wrongCredentials
    /// Too many sign-ins failed; after so many seconds the next one is heard.
    case tooManyAttempts(seconds: Int)
    /// More was asked than one client may ask in so short a time.
    case tooFast(seconds: Int)
    case banned(reason: String, until: Timestamp?)
    case addressBanned(reason: String, until: Timestamp?)
    /// The token is unknown, expired, or its session is over.
    case notSignedIn(String)
    case registrationClosed
    /// The password is right, and the account asks for a code besides.
    case secondFactorNeeded
    /// Of a second factor.
    case wrongCode
    /// A key for scripts asked for what only its owner may.
    case notByKey
    /// Another program of the same person renewed the session a moment ago.
    case refreshRaced
    case invitationNeeded
}
