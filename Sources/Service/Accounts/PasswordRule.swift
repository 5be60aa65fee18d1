import Foundation

/// Passwords after NIST SP 800-63B: length counts, what everybody guesses first is refused, and
/// composition is nobody's affair.
package enum PasswordRule {
    /// Code points, as NIST counts them. The command line of the first day signs in with
    /// `admin123`: eight characters.
    package static let lengths = 8...256
    /// More than any accepted password has, however its letters are composed.
    static let mostBytes = 16 * lengths.upperBound

    /// The same letters in the one form that is hashed (NFC): keyboards differ in how they compose
    /// an accent.
    static func normalized(_ password: String) -> String {
        password.precomposedStringWithCanonicalMapping
    }

    /// `nil` when it will do, or the sentence that says why not.
    package static func complaint(
        about password: String, username: String, refusingCommon: Bool = true
    ) -> String? {
        guard password.utf8.count <= mostBytes,
            lengths.contains(normalized(password).unicodeScalars.count)
        else {
            return
                "A password has \(lengths.lowerBound) to \(lengths.upperBound) characters."
        }
        let (lowered, name) = (normalized(password).lowercased(), username.lowercased())
        if lowered == name { return "A password may not be the name it belongs to." }
        guard refusingCommon else { return nil }
        // Two letters are in too many words.
        if name.count > 2, lowered.contains(name),
            lowered.replacing(name, with: "").filter(\.isLetter).count < 4
        {
            return "A password is more than the name it belongs to: choose another."
        }
        if GuessablePassword.isGuessable(lowered) {
            return "This password is one of the first that anybody would try: choose another."
        }
        return nil
    }
}

extension PasswordHashing {
    /// Hashes made before passwords were normalised are of the letters as they were typed.
    func accepts(_ password: String, against hash: String) async throws -> Bool {
        let normalized = PasswordRule.normalized(password)
        if try await verify(normalized, against: hash) { return true }
        guard !normalized.utf8.elementsEqual(password.utf8) else { return false }
        return try await verify(password, against: hash)
    }

    /// The work of `accepts` for a name that does not exist.
    func pretendToAccept(_ password: String) async throws {
        let normalized = PasswordRule.normalized(password)
        try await pretend(normalized)
        if !normalized.utf8.elementsEqual(password.utf8) { try await pretend(password) }
    }
}
