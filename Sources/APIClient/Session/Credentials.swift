package import API

/// What signs a caller in.
package struct Credentials: Hashable, Sendable {
    /// `nil` where only the refresh token was kept; the first call gets one.
    package var accessToken: String?
    package var refreshToken: String

    package init(accessToken: String?, refreshToken: String) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
    }

    /// A key for scripts: it stands for itself, and nothing renews it.
    package static func key(_ key: String) -> Credentials {
        Credentials(accessToken: key, refreshToken: "")
    }

    var isKey: Bool { refreshToken.isEmpty }

    package init(_ reply: TokenReply) {
        self.init(accessToken: reply.accessToken, refreshToken: reply.refreshToken)
    }
}

extension Credentials: CustomStringConvertible {
    /// Tokens are secrets.
    package var description: String { "credentials…" }
}
