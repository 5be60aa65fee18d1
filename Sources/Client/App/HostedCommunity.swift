package import API

/// A community that this machine began to host.
package struct HostedCommunity: Hashable, Sendable {
    package let server: ServerAddress
    package let dataFolder: String
    package let username: String
    /// Only at the very first start: it is shown once and kept nowhere.
    package let password: String?

    package init(server: ServerAddress, dataFolder: String, username: String, password: String?) {
        self.server = server
        self.dataFolder = dataFolder
        self.username = username
        self.password = password
    }
}
