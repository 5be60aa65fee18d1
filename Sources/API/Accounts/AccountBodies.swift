package import Domain

package struct SignInRequest: Codable, Hashable, Sendable {
    package let username: String
    package let password: String
    /// Of the second factor, or a recovery code; where the account has one.
    package let code: String?

    package init(username: String, password: String, code: String? = nil) {
        self.username = username
        self.password = password
        self.code = code
    }
}

package struct RefreshRequest: Codable, Hashable, Sendable {
    package let refreshToken: String

    package init(refreshToken: String) { self.refreshToken = refreshToken }
}

package struct TokenReply: Codable, Hashable, Sendable {
    package let accessToken: String
    package let refreshToken: String
    package let tokenType: String
    /// Seconds the access token lives.
    package let expiresIn: Int

    package init(accessToken: String, refreshToken: String, expiresIn: Int) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        tokenType = "Bearer"
        self.expiresIn = expiresIn
    }
}

package struct PasswordChange: Codable, Hashable, Sendable {
    package let current: String
    package let new: String

    package init(current: String, new: String) {
        self.current = current
        self.new = new
    }
}

package struct RoleReference: Codable, Hashable, Sendable {
    package let id: RoleID
    package let name: String
    package let weight: RoleWeight

    package init(id: RoleID, name: String, weight: RoleWeight) {
        self.id = id
        self.name = name
        self.weight = weight
    }
}

package struct MeReply: Codable, Hashable, Sendable {
    package let id: UserID
    package let username: String
    package let role: RoleReference
    package let permissions: [Permission]
    package let stats: StatsBody
    /// Holds the caller's passkey: a secret.
    package let announceURL: String
    /// Whether signing in asks for a code too.
    package let secondFactor: Bool

    package init(
        id: UserID, username: String, role: RoleReference, permissions: [Permission],
        stats: StatsBody, announceURL: String, secondFactor: Bool = false
    ) {
        self.id = id
        self.username = username
        self.role = role
        self.permissions = permissions
        self.stats = stats
        self.announceURL = announceURL
        self.secondFactor = secondFactor
    }

    // The snake_case strategy turns announce_url into announceUrl, never into announceURL.
    private enum CodingKeys: String, CodingKey {
        case id, username, role, permissions, stats, secondFactor
        case announceURL = "announceUrl"
    }
}

package struct UserBody: Codable, Hashable, Sendable {
    package let id: UserID
    package let username: String
    package let role: RoleReference
    package let stats: StatsBody
    package let createdAt: Timestamp
    package let ban: BanBody?
    /// Who invited them, in the profile of one member.
    package let invitedBy: MemberName?

    package init(
        id: UserID, username: String, role: RoleReference, stats: StatsBody, createdAt: Timestamp,
        ban: BanBody?, invitedBy: MemberName? = nil
    ) {
        self.id = id
        self.username = username
        self.role = role
        self.stats = stats
        self.createdAt = createdAt
        self.ban = ban
        self.invitedBy = invitedBy
    }
}

/// A member by name only, for those who may look at ratios and not at profiles.
package struct MemberName: Codable, Hashable, Sendable {
    package let id: UserID
    package let username: String

    package init(id: UserID, username: String) {
        self.id = id
        self.username = username
    }
}

package struct NewUser: Codable, Hashable, Sendable {
    package let username: String
    package let password: String
    package let roleId: RoleID

    package init(username: String, password: String, roleId: RoleID) {
        self.username = username
        self.password = password
        self.roleId = roleId
    }
}

package struct UserPatch: Codable, Hashable, Sendable {
    package let roleId: RoleID

    package init(roleId: RoleID) { self.roleId = roleId }
}

package struct BanBody: Codable, Hashable, Sendable {
    package let reason: String
    /// `nil` for good.
    package let expiresAt: Timestamp?

    package init(reason: String, expiresAt: Timestamp? = nil) {
        self.reason = reason
        self.expiresAt = expiresAt
    }
}

/// `?q=&limit=&cursor=`
package struct UserQuery: QueryParameters, Hashable {
    package var q: String
    package var page: PageQuery

    package init(q: String = "", page: PageQuery = PageQuery()) {
        self.q = q
        self.page = page
    }

    package init(reading value: (String) -> String?) throws {
        q = try QueryReading.text("q", upTo: QueryReading.longestSearch, value) ?? ""
        page = try PageQuery(reading: value)
    }

    package var pairs: [(name: String, value: String)] {
        (q.isEmpty ? [] : [("q", q)]) + page.pairs
    }
}
