/// Where credentials are kept between runs, given by the program.
///
/// A refresh token works once, and several programs of one person may share the file: so it is
/// read again before each refresh, and written right after.
package struct CredentialStore: Sendable {
    package var load: @Sendable () -> Credentials?
    /// `nil` when the session is over.
    package var save: @Sendable (Credentials?) -> Void

    package init(
        load: @escaping @Sendable () -> Credentials?,
        save: @escaping @Sendable (Credentials?) -> Void
    ) {
        self.load = load
        self.save = save
    }

    /// Kept nowhere: for a program that signs in anew each time.
    package static let none = CredentialStore(load: { nil }, save: { _ in })
}
