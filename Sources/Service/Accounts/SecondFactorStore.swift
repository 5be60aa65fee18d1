package import Domain

/// A member's second factor as the store keeps it.
package struct SecondFactorRecord: Hashable, Sendable {
    package let secret: [UInt8]
    /// `nil` until a first code proved that the member's device has the secret.
    package let confirmedAt: Timestamp?
    /// Recovery codes that were not used.
    package let codesLeft: Int

    package init(secret: [UInt8], confirmedAt: Timestamp?, codesLeft: Int) {
        self.secret = secret
        self.confirmedAt = confirmedAt
        self.codesLeft = codesLeft
    }
}

package protocol SecondFactorStore: Sendable {
    func secondFactor(of user: UserID) async throws -> SecondFactorRecord?
    /// In place of one that was not confirmed. Throws `.duplicate` where one was.
    func beginSecondFactor(of user: UserID, secret: [UInt8], at: Timestamp) async throws
    /// Throws `.gone` unless there is one to confirm.
    func confirmSecondFactor(
        of user: UserID, step: Int64, recovery digests: [[UInt8]], at: Timestamp) async throws
    /// Counts an attempt before it is looked at, so that many at once are counted too. `false`
    /// after `bound` wrong ones in a row, until `pause` seconds after the last that was let through,
    /// which doubles with each that follows.
    func admitCode(of user: UserID, bound: Int, pause: Int64, at: Timestamp) async throws -> Bool
    /// Whether the step is later than any that was used; it is used now.
    func use(step: Int64, of user: UserID) async throws -> Bool
    /// Whether the code is the user's and was not used; it is used now.
    func use(recovery digest: [UInt8], of user: UserID, at: Timestamp) async throws -> Bool
    /// With the recovery codes. `false` where there was none.
    func removeSecondFactor(of user: UserID, audit: AuditEntry?) async throws -> Bool
}
