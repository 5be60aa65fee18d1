package import API

/// A community this client has been signed in to.
package struct RememberedServer: Hashable, Sendable {
    package let address: ServerAddress
    /// Who was signed in last.
    package let username: String?

    package init(address: ServerAddress, username: String? = nil) {
        self.address = address
        self.username = username
    }
}
