/// Passwords after NIST SP 800-63B: length counts, composition does not.
package enum PasswordRule {
    /// The command line of the first day signs in with `admin123`: eight characters.
    package static let lengths = 8...256

    /// `nil` when it will do, or the sentence that says why not.
    package static func complaint(about password: String, username: String) -> String? {
        if !lengths.contains(password.count) {
            return
                "A password has \(lengths.lowerBound) to \(lengths.upperBound) characters."
        }
        if password.lowercased() == username.lowercased() {
            return "A password may not be the name it belongs to."
        }
        return nil
    }
}
