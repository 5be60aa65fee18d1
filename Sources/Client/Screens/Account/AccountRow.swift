package import Domain

/// One line about oneself: something that can be done, or something that one may do.
package enum AccountRow: Hashable, Sendable {
    case announceURL, passkey, password, secondFactor, signOut
    case permission(Permission)
    /// The role may do nothing at all.
    case noPermission

    package static let acts: [AccountRow] = [
        .announceURL, .passkey, .password, .secondFactor, .signOut,
    ]
}
