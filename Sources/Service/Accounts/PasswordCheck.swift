import Domain

/// Asks somebody who is signed in for their password once more, before what a thief of the session
/// would do first. Guesses count as those at the sign-in do.
struct PasswordCheck: Sendable {
    private let hashing: any PasswordHashing
    private let throttle: SignInThrottle

    init(hashing: any PasswordHashing, throttle: SignInThrottle) {
        self.hashing = hashing
        self.throttle = throttle
    }

    /// Throws `ServiceError.wrongCredentials` or `.tooManyAttempts`.
    func require(_ password: String, of person: Person) async throws {
        let attempt = try throttle.begin(person.actor.username, from: person.actor.address)
        guard password.utf8.count <= PasswordRule.mostBytes,
            try await hashing.accepts(password, against: person.account.passwordHash)
        else { throw ServiceError.wrongCredentials }
        throttle.succeeded(attempt)
    }
}
