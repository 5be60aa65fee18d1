package import Domain

/// What ended with the old password, beside every session and the passkey.
package struct PasswordChanged: Codable, Hashable, Sendable {
    /// Keys for scripts.
    package let apiKeys: Int

    package init(apiKeys: Int) { self.apiKeys = apiKeys }
}

package struct SecondFactorRequest: Codable, Hashable, Sendable {
    package let password: String

    package init(password: String) { self.password = password }
}

/// What an authenticator is told; shown this once.
package struct SecondFactorSecret: Codable, Hashable, Sendable {
    /// Base32, for typing.
    package let secret: String
    /// For scanning.
    package let otpauthUri: String

    package init(secret: String, otpauthUri: String) {
        self.secret = secret
        self.otpauthUri = otpauthUri
    }
}

package struct SecondFactorCode: Codable, Hashable, Sendable {
    package let code: String

    package init(code: String) { self.code = code }
}

/// Each signs in once in place of a code; shown this once.
package struct RecoveryCodes: Codable, Hashable, Sendable {
    package let recoveryCodes: [String]

    package init(recoveryCodes: [String]) { self.recoveryCodes = recoveryCodes }
}

package struct SecondFactorRemoval: Codable, Hashable, Sendable {
    package let password: String
    /// Of the authenticator, or a recovery code.
    package let code: String

    package init(password: String, code: String) {
        self.password = password
        self.code = code
    }
}

/// One of the caller's sign-ins.
package struct SessionBody: Codable, Hashable, Sendable {
    package let id: SessionID
    package let beganAt: Timestamp
    /// To the minute.
    package let lastSeenAt: Timestamp
    package let address: String?
    /// What the client calls itself.
    package let client: String?
    /// Whether it is the one that asks.
    package let isCurrent: Bool

    package init(
        id: SessionID, beganAt: Timestamp, lastSeenAt: Timestamp, address: String?,
        client: String?, isCurrent: Bool
    ) {
        self.id = id
        self.beganAt = beganAt
        self.lastSeenAt = lastSeenAt
        self.address = address
        self.client = client
        self.isCurrent = isCurrent
    }
}

package struct EndedSessions: Codable, Hashable, Sendable {
    package let ended: Int

    package init(ended: Int) { self.ended = ended }
}

package struct NewAPIKey: Codable, Hashable, Sendable {
    package let name: String
    package let permissions: [Permission]
    /// Without it the key holds until it is deleted.
    package let expiresAt: Timestamp?

    package init(name: String, permissions: [Permission], expiresAt: Timestamp? = nil) {
        self.name = name
        self.permissions = permissions
        self.expiresAt = expiresAt
    }
}

package struct APIKeyBody: Codable, Hashable, Sendable {
    package let id: APIKeyID
    package let name: String
    package let permissions: [Permission]
    package let createdAt: Timestamp
    package let expiresAt: Timestamp?
    /// To the minute.
    package let lastUsedAt: Timestamp?
    /// Only in the answer that makes it: it is not kept.
    package let key: String?

    package init(
        id: APIKeyID, name: String, permissions: [Permission], createdAt: Timestamp,
        expiresAt: Timestamp?, lastUsedAt: Timestamp?, key: String? = nil
    ) {
        self.id = id
        self.name = name
        self.permissions = permissions
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
        self.key = key
    }
}
