package import API

/// A community made for trying things out, with its accounts in the open.
package struct DemoCommunity: Hashable, Sendable {
    package struct Account: Hashable, Sendable {
        package let username: String
        package let password: String
        package let roleName: String

        package init(username: String, password: String, roleName: String) {
            self.username = username
            self.password = password
            self.roleName = roleName
        }
    }

    package let server: ServerAddress
    /// Highest role first.
    package let accounts: [Account]

    package init(server: ServerAddress, accounts: [Account]) {
        self.server = server
        self.accounts = accounts
    }
}
