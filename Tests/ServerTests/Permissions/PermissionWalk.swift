import API
import Bencoding
import Domain
import Foundation
import Service
import Store
import Testing
import Tracker

@testable import Server

/// Calls every endpoint as every role on every kind of target, to hold what the server does against
/// what the table says.
///
/// Accounts and entries are put into the store directly: a guest can own an entry although a guest
/// cannot publish one (they may have been demoted), and hundreds of members share one password.
actor PermissionWalk {
    private static let password = "sete abelhas e um favo"

    let live: LiveSite
    private let passwordHash: String
    private var counter = 0
    private var roles: [RoleKey: RoleID] = [:]

    private struct RoleKey: Hashable {
        let weight: Int
        let purpose: String
    }

    init(_ live: LiveSite) async throws {
        self.live = live
        passwordHash = try await Argon2Hashing(memory: 8192, passes: 1).hash(Self.password)
    }

    /// What came of one call.
    struct Outcome {
        let status: Int
        let code: String?
    }

    func call(
        _ endpoint: any AnyEndpoint, as holder: RoleHolder?, on relation: Relation
    ) async throws -> Outcome {
        // Whoever has not signed in still names something that is there.
        let caller = try await member(role: holder?.role.id ?? BuiltInRoles.member)
        let weight = holder?.role.weight ?? RoleWeight(clamping: 100)
        let ids = try await targets(of: endpoint, on: relation, caller, weight: weight)
        let path = ids.reduce(endpoint.prefix + endpoint.path) { path, id in
            path.replacing(/\{[a-z_]+\}/, with: String(id), maxReplacements: 1)
        }
        let token = holder == nil ? nil : caller.access
        try await prepare(endpoint, caller)
        var body = try body(of: endpoint, caller)
        if endpoint.name == Endpoints.sendReceipts.name, holder != nil {
            body = try JSON(
                try await ReceiptSigner(live.site, as: caller).receipts())
        }
        if endpoint.media == .events { return try await listen(path, token) }
        let reply = try await live.site.raw(
            endpoint.method, path, body.map { $0.bytes }, token: token)
        let code = reply.status < 400 ? nil : try TestSite.problem(reply).code
        return Outcome(status: reply.status, code: code)
    }

    // MARK: what is sent

    /// The endpoint's own example, but for what must be another each time.
    private func body(of endpoint: any AnyEndpoint, _ caller: Member) throws -> JSON? {
        let (password, code) = (JSON.text(caller.password), JSON.text(self.code))
        guard endpoint.takesBody else { return nil }
        var body = try JSON(endpoint.body.example)
        let unique = "walk-\(next())"
        let changes: [(String, JSON)] =
            switch endpoint.name {
            case Endpoints.register.name: [("username", .text(unique)), ("invite_code", .null)]
            case Endpoints.createUser.name: [("username", .text(unique))]
            case Endpoints.beginSecondFactor.name: [("password", password)]
            case Endpoints.confirmSecondFactor.name: [("code", code)]
            case Endpoints.removeSecondFactor.name: [("password", password), ("code", code)]
            case Endpoints.createRole.name, Endpoints.changeRole.name: [("name", .text(unique))]
            case Endpoints.signIn.name:
                [("username", .text(caller.name)), ("password", password)]
            case Endpoints.refresh.name: [("refresh_token", .text(caller.refresh))]
            case Endpoints.changePassword.name: [("current", password)]
            case Endpoints.banAddresses.name:
                [("range", .text("10.\(next() / 250).\(counter % 250).0/24"))]
            case Endpoints.banClient.name: [("prefix", .text("-W\(next())"))]
            case Endpoints.publish.name: [("torrent", .text(TestTorrent(next()).base64))]
            default: []
            }
        for (name, value) in changes { body = body.setting(name, to: value) }
        return body
    }

    /// A stream has no end to wait for: its first line says enough.
    private func listen(_ path: String, _ token: String?) async throws -> Outcome {
        let wire = try Wire(port: live.apiPort)
        let authorization = token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
        try await wire.send("GET \(path) HTTP/1.1\r\nHost: t\r\n\(authorization)\r\n")
        let head = await wire.read(untilText: "\r\n\r\n")
        let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return Outcome(status: try #require(status, "\(head)"), code: nil)
    }

    // MARK: how things stand before it

    private static let secret = Array("12345678901234567890".utf8)

    /// What an authenticator with the secret shows.
    private var code: String {
        TimedCode.code(step: TimedCode.step(at: live.site.clock.now)) {
            RandomSecrets().hmacSHA1($0, key: Self.secret)
        }
    }

    private func prepare(_ endpoint: any AnyEndpoint, _ caller: Member) async throws {
        switch endpoint.name {
        case Endpoints.confirmSecondFactor.name: try await secondFactor(of: caller.id, isOn: false)
        case Endpoints.removeSecondFactor.name: try await secondFactor(of: caller.id, isOn: true)
        default: break
        }
    }

    private func secondFactor(of user: UserID, isOn: Bool) async throws {
        let (store, now) = (live.site.home.store, live.site.clock.now)
        try await store.beginSecondFactor(of: user, secret: Self.secret, at: now)
        guard isOn else { return }
        try await store.confirmSecondFactor(of: user, step: 0, recovery: [], at: now)
    }

    private func invitation(by user: UserID) async throws -> Int64 {
        let now = live.site.clock.now
        let draft = InvitationDraft(
            inviter: user, digest: RandomSecrets().digest("\(next())"), note: nil, createdAt: now,
            expiresAt: now.adding(seconds: 60))
        return try await live.site.home.store.invite(draft, bound: 1_000).rawValue
    }

    private func key(of user: UserID) async throws -> Int64 {
        let draft = APIKeyDraft(
            owner: user, digest: RandomSecrets().digest("\(next())"), name: "walk",
            permissions: [], createdAt: live.site.clock.now, expiresAt: nil)
        return try await live.site.home.store.create(draft, bound: 1_000).rawValue
    }

    private func session(of user: UserID) async throws -> Int64 {
        let (store, now) = (live.site.home.store, live.site.clock.now)
        try await store.begin(
            family: "walk\(next())", user: user, tokenDigest: RandomSecrets().digest("\(counter)"),
            at: now, expires: now.adding(seconds: 60))
        return try #require(try await store.openSessions(of: user, at: now).first).id.rawValue
    }

    // MARK: whom it is about

    /// One id for each name in the path.
    private func targets(
        of endpoint: any AnyEndpoint, on relation: Relation, _ caller: Member, weight: RoleWeight
    ) async throws -> [Int64] {
        guard !endpoint.pathParameters.isEmpty else { return [] }
        let heavy = RoleWeight(clamping: weight.value + relation.step)
        let somebody = { [self] in
            relation == .own
                ? caller.id
                : try await account(
                    role: heavy == .superAdmin
                        ? BuiltInRoles.superAdmin : try await role(heavy, for: "targets")
                ).id
        }
        switch endpoint.path.split(separator: "/").first {
        case "me":
            let isKey = endpoint.path.contains("api-keys")
            return [isKey ? try await key(of: somebody()) : try await session(of: somebody())]
        case "invitations": return [try await invitation(by: somebody())]
        case "users":
            if relation == .own {
                // Of notes about oneself one knows nothing.
                return endpoint.pathParameters.count == 1
                    ? [caller.id.rawValue] : [caller.id.rawValue, 1]
            }
            let target = try await somebody()
            if endpoint.name == Endpoints.removeMembersSecondFactor.name {
                try await secondFactor(of: target, isOn: true)
            }
            guard endpoint.pathParameters.count > 1 else { return [target.rawValue] }
            let note: NoteBody = try await live.site.call(
                Endpoints.addNote, target.rawValue, body: .example, as: live.site.admin)
            return [target.rawValue, note.id]
        case "bans":
            if endpoint.path.contains("addresses") {
                let ban: AddressBanBody = try await live.site.call(
                    Endpoints.banAddresses,
                    body: NewAddressBan(
                        range: "11.\(next() / 250).\(counter % 250).0/24", reason: "walk"),
                    as: live.site.admin)
                return [ban.id]
            }
            let ban: ClientBanBody = try await live.site.call(
                Endpoints.banClient, body: NewClientBan(prefix: "-V\(next())", reason: "walk"),
                as: live.site.admin)
            return [ban.id]
        case "evidence":
            return [try await evidence(against: try await somebody())]
        case "roles":
            if relation == .own {
                let account = try await live.site.home.store.account(caller.id)
                return [try #require(account).roleID.rawValue]
            }
            return [try await role(heavy, for: "role \(next())").rawValue]
        case "catalog":
            let isUndecided = endpoint.reach == .undecidedEntries
            // Who may edit at all stands above a guest.
            let other =
                endpoint.reach == .editableEntries
                ? try await account(role: BuiltInRoles.guest).id : live.site.admin.id
            let id = try await entry(
                by: relation == .own ? caller.id : other, weight: heavy,
                isUndecided ? .pending : .approved)
            return [id.rawValue]
        default:
            Issue.record("the walk has yet to learn what \(endpoint.name) acts on")
            return endpoint.pathParameters.map { _ in 1 }
        }
    }

    private func evidence(against user: UserID) async throws -> Int64 {
        let store = live.site.home.store
        let torrent = try await entry(by: user, weight: .guest, .approved)
        try await store.keep([
            Evidence(
                rule: .unreceived,
                suspect: SwarmMember.Identity(
                    user: user, peerID: PeerID(Bytes20(repeating: 7))),
                counterpart: nil, torrent: torrent, score: 80, claimed: .zero, explained: .zero,
                announces: [])
        ])
        let search = EvidenceSearch(
            isOpen: true, user: user, below: nil, except: UserID(0), limit: 1)
        return try #require(try await store.evidence(search).first).id
    }

    private func member(role: RoleID) async throws -> Member {
        let account = try await account(role: role)
        return try await live.site.signIn(account.name, Self.password)
    }

    private func account(role: RoleID) async throws -> (id: UserID, name: String) {
        let name = "walker\(next())"
        let id = try await live.site.home.store.create(
            NewAccount(
                username: try #require(Username(rawValue: name)), passwordHash: passwordHash,
                roleID: role, passkey: .random(), createdAt: live.site.clock.now), audit: nil)
        return (id, name)
    }

    private func role(_ weight: RoleWeight, for purpose: String) async throws -> RoleID {
        let key = RoleKey(weight: weight.value, purpose: purpose)
        if let known = roles[key] { return known }
        let made: RoleBody = try await live.site.call(
            Endpoints.createRole,
            body: NewRole(name: "\(purpose) \(weight.value)", weight: weight, parentId: nil),
            as: live.site.admin)
        roles[key] = made.id
        return made.id
    }

    private func entry(by uploader: UserID, weight: RoleWeight, _ status: CatalogStatus)
        async throws -> CatalogID
    {
        try await live.site.home.store.insert(
            NewEntry(
                title: "Relatório", description: "", tags: [], minRoleWeight: weight,
                status: status, uploaderID: uploader,
                metainfo: try MetainfoReader.read(TestTorrent(next()).bytes),
                createdAt: live.site.clock.now))
    }

    private func next() -> Int {
        counter += 1
        return counter
    }
}

extension Relation {
    /// How much more than the caller's the target weighs.
    fileprivate var step: Int {
        switch self {
        case .own, .equal: 0
        case .lower: -1
        case .higher: 1
        }
    }
}

extension JSON {
    fileprivate func setting(_ name: String, to value: JSON) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != name } + [Member(name, value)])
    }
}
