import API
import Cells
import Client
import Domain

extension Sample {
    static let sessions = [
        SessionBody(
            id: SessionID(12), beganAt: ago(7200), lastSeenAt: ago(20), address: "192.0.2.7",
            client: "enxame/0.1.0", isCurrent: true),
        SessionBody(
            id: SessionID(9), beganAt: days(4), lastSeenAt: ago(10_800), address: "2001:db8::51:9",
            client: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0)", isCurrent: false),
        SessionBody(
            id: SessionID(3), beganAt: days(40), lastSeenAt: days(39), address: nil, client: nil,
            isCurrent: false),
    ]

    static let keys = [
        APIKeyBody(
            id: APIKeyID(3), name: "nightly seeding",
            permissions: [.catalogPublish, .catalogRead], createdAt: days(12),
            expiresAt: now.timestamp.adding(seconds: 78 * 86_400), lastUsedAt: ago(3600)),
        APIKeyBody(
            id: APIKeyID(2), name: "ratio to the wall", permissions: [.statsRead],
            createdAt: days(90), expiresAt: nil, lastUsedAt: nil),
        APIKeyBody(
            id: APIKeyID(1), name: "old backup", permissions: [.catalogRead],
            createdAt: days(400), expiresAt: days(35), lastUsedAt: days(36)),
    ]

    static let announceURL =
        "http://localhost:6969/announce?passkey=0123456789abcdef0123456789abcdef"

    static func account(
        as role: RoleID = BuiltInRoles.gerente, secondFactor: Bool = false,
        language: Language = .english, width: Int = 120, height: Int = 36
    ) -> Stage {
        var stage = catalog(as: role, language: language, width: width, height: height)
        stage.settle()
        stage.press("A")
        let me = me("maria", role)
        stage.send(
            .meFetched(
                .success(
                    MeReply(
                        id: me.id, username: me.username, role: me.role,
                        permissions: me.permissions, stats: me.stats, announceURL: announceURL,
                        secondFactor: secondFactor))),
            .accountAnswered(.sessions(.success(sessions))),
            .accountAnswered(.keys(.success(keys))))
        return stage
    }
}

extension Stage {
    /// The community answers whatever the account may have asked.
    mutating func answerAccount(refusing: Bool = false) {
        let no = CommunityFailure(.refused, "no")
        func outcome<Value>(_ value: Value) -> Outcome<Value> {
            refusing ? .failure(no) : .success(value)
        }
        let key = Sample.keys[0]
        for answer: AccountAnswer in [
            .sessions(outcome(Sample.sessions)), .keys(outcome(Sample.keys)),
            .sessionEnded(SessionID(9), outcome(Nothing())),
            .keyDeleted(APIKeyID(2), outcome(Nothing())), .keyCreated(.failure(no)),
            .secondFactorBegun(
                outcome(SecondFactorSecret(secret: "GEZDGNBV", otpauthUri: "otpauth://totp/x"))),
            .secondFactorConfirmed(.failure(no)), .secondFactorRemoved(outcome(Nothing())),
        ] { send(.accountAnswered(answer)) }
        if case .keyForm = state.overlays.last, !refusing {
            send(.accountAnswered(.keyCreated(.success(key))))
        }
    }
}
