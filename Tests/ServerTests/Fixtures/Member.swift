import Domain

/// Somebody who has signed in.
struct Member: Sendable {
    let id: UserID
    let name: String
    let password: String
    var access: String
    var refresh: String
    let passkey: Passkey
}
