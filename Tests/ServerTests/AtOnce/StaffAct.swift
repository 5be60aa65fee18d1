import API
import Domain
import Service
import Store

/// Something that staff does, about a member or about the community.
enum StaffAct: CaseIterable, Sendable {
    case setRole, ban, unban, delete, adjust, note, secondFactor
    case createUser, createRole, changeSettings, banAddresses, approve, setTerms

    var isAboutMember: Bool {
        switch self {
        case .setRole, .ban, .unban, .delete, .adjust, .note, .secondFactor: true
        case .createUser, .createRole, .changeSettings, .banAddresses, .approve, .setTerms: false
        }
    }

    /// What must be so before it makes sense.
    func prepare(on member: Member, _ site: TestSite) async throws {
        switch self {
        case .secondFactor:
            let (store, now) = (site.home.store, site.clock.now)
            try await store.beginSecondFactor(
                of: member.id, secret: Array(repeating: 7, count: 20), at: now)
            try await store.confirmSecondFactor(of: member.id, step: 0, recovery: [], at: now)
        case .approve, .setTerms: try await site.publish(Int(member.id.rawValue), by: member)
        default: break
        }
    }

    func perform(by actor: Member, on member: Member, _ site: TestSite) async throws -> HTTPReply {
        let (id, number) = (member.id.rawValue, member.id.rawValue)
        switch self {
        case .setRole:
            return try await site.send(
                Endpoints.changeUser, [id], body: UserPatch(roleId: BuiltInRoles.supervisor),
                as: actor)
        case .ban:
            return try await site.send(
                Endpoints.banUser, [id], body: BanBody(reason: "r", expiresAt: nil), as: actor)
        case .unban: return try await site.send(Endpoints.unbanUser, [id], as: actor)
        case .delete:
            return try await site.send(
                Endpoints.deleteUser, [id], body: ReasonBody(reason: "r"), as: actor)
        case .adjust:
            return try await site.send(
                Endpoints.adjustRatio, [id], body: .example, as: actor)
        case .note: return try await site.send(Endpoints.addNote, [id], body: .example, as: actor)
        case .secondFactor:
            return try await site.send(
                Endpoints.removeMembersSecondFactor, [id], body: ReasonBody(reason: "r"), as: actor)
        case .createUser:
            return try await site.send(
                Endpoints.createUser, [],
                body: NewUser(
                    username: "novo-\(number)", password: "sete abelhas e um favo",
                    roleId: BuiltInRoles.member), as: actor)
        case .createRole:
            return try await site.send(
                Endpoints.createRole, [],
                body: NewRole(
                    name: "Degrau \(number)", weight: RoleWeight(clamping: 50), parentId: nil),
                as: actor)
        case .changeSettings:
            return try await site.send(
                Endpoints.changeSettings, [],
                body: SettingsPatch(announceInterval: 600 + Int(number)), as: actor)
        case .banAddresses:
            return try await site.send(
                Endpoints.banAddresses, [],
                body: NewAddressBan(range: "10.0.\(number % 250).0/24", reason: "r"), as: actor)
        case .approve:
            let page = try await site.search("", status: .pending, as: site.admin)
            let entry = page.items.first { $0.uploader == member.name }
            return try await site.send(Endpoints.approve, [entry?.id.rawValue ?? 0], as: actor)
        case .setTerms:
            let page = try await site.search("", status: .pending, as: site.admin)
            let entry = page.items.first { $0.uploader == member.name }
            return try await site.send(
                Endpoints.changeTerms, [entry?.id.rawValue ?? 0], body: .example, as: actor)
        }
    }
}

/// What may happen to those concerned while an act of staff is under way.
enum StandingChange: CaseIterable, Sendable {
    /// The actor becomes a guest.
    case demotion
    case actorBanned
    /// The actor's role loses what they need for it.
    case roleStripped
    /// The member comes to weigh as much as the actor.
    case promotion

    func perform(actor: Member, target: Member, role: RoleID, _ site: TestSite) async throws {
        switch self {
        case .demotion:
            try await site.call(
                Endpoints.changeUser, actor.id.rawValue,
                body: UserPatch(roleId: BuiltInRoles.guest), as: site.admin)
        case .actorBanned:
            try await site.call(
                Endpoints.banUser, actor.id.rawValue,
                body: BanBody(reason: "caught", expiresAt: nil), as: site.admin)
        case .roleStripped:
            try await site.call(
                Endpoints.changeRole, role.rawValue,
                body: RolePatch(grants: [], denies: []), as: site.admin)
        case .promotion:
            try await site.call(
                Endpoints.changeUser, target.id.rawValue, body: UserPatch(roleId: role),
                as: site.admin)
        }
    }
}
