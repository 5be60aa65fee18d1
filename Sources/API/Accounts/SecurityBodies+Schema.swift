import Domain

extension PasswordChanged: Described {
    package static let schema = Schema.object(
        .field("api_keys", .count, "Keys for scripts that ended with it"))
    package static let example = PasswordChanged(apiKeys: 1)
}

extension SecondFactorRequest: Described {
    package static let schema = Schema.object(.field("password", .password))
    package static let example = SecondFactorRequest(password: SignInRequest.example.password)
}

extension SecondFactorSecret: Described {
    package static let schema = Schema.object(
        .field("secret", .words, "Base32, for typing; shown this once"),
        .field("otpauth_uri", .words, "For scanning"))
    package static let example = SecondFactorSecret(
        secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
        otpauthUri: "otpauth://totp/Enxame:ana?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
}

extension SecondFactorCode: Described {
    package static let schema = Schema.object(.field("code", .secondFactorCode))
    package static let example = SecondFactorCode(code: "287082")
}

extension RecoveryCodes: Described {
    package static let schema = Schema.object(
        .field(
            "recovery_codes", .list(of: .words),
            "Each signs in once in place of a code; shown this once"))
    package static let example = RecoveryCodes(recoveryCodes: ["k3vt-9mqa-x2fd-7hne"])
}

extension SecondFactorRemoval: Described {
    package static let schema = Schema.object(
        .field("password", .password), .field("code", .secondFactorCode))
    package static let example = SecondFactorRemoval(
        password: SignInRequest.example.password, code: "287082")
}

extension SessionBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("began_at", .timestamp),
        .field("last_seen_at", .timestamp, "To the minute"), .optional("address", .words),
        .optional("client", .words, "What the client calls itself"),
        .field("is_current", .boolean, "Whether it is the one that asks"))
    package static let example = SessionBody(
        id: SessionID(12), beganAt: Timestamp(seconds: 1_790_000_000),
        lastSeenAt: Timestamp(seconds: 1_790_003_600), address: "192.0.2.7",
        client: "enxame/1.0", isCurrent: true)
}

extension EndedSessions: Described {
    package static let schema = Schema.object(.field("ended", .count))
    package static let example = EndedSessions(ended: 2)
}

extension NewAPIKey: Described {
    package static let schema = Schema.object(
        .field("name", .text(1...60)),
        .field("permissions", .list(of: .permission, most: 100), "A part of the caller's own"),
        .optional("expires_at", .timestamp, "Left out: until it is deleted"))
    package static let example = NewAPIKey(
        name: "nightly seeding", permissions: [.catalogRead], expiresAt: keyEnd)
}

extension APIKeyBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("name", .words), .field("permissions", .list(of: .permission)),
        .field("created_at", .timestamp), .optional("expires_at", .timestamp),
        .optional("last_used_at", .timestamp, "To the minute"),
        .optional("key", .words, "Only in the answer that makes it: it is not kept"))
    package static let example = APIKeyBody(
        id: APIKeyID(3), name: "nightly seeding", permissions: [.catalogRead],
        createdAt: Timestamp(seconds: 1_790_000_000), expiresAt: keyEnd,
        lastUsedAt: Timestamp(seconds: 1_790_003_600),
        key: "enx_q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA")
}

private let keyEnd = Timestamp(seconds: 4_000_000_000)
