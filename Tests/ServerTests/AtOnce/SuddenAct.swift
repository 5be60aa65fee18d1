import API
import Domain
import Service
import Testing

/// Something that must act at once on a member's tokens, open event streams and announces, also in
/// the middle of a download.
enum SuddenAct: CaseIterable, Sendable {
    case demotion, ban, passingBan, deletion, passwordChange, signOut, passkeyReset

    static let reason = "fake files"

    func perform(on member: Member, _ site: TestSite) async throws {
        let id = member.id.rawValue
        switch self {
        case .demotion:
            let _: UserBody = try await site.call(
                Endpoints.changeUser, id, body: UserPatch(roleId: BuiltInRoles.member),
                as: site.admin)
        case .ban, .passingBan:
            let end = self == .ban ? nil : site.clock.now.adding(seconds: 60)
            let _: UserBody = try await site.call(
                Endpoints.banUser, id, body: BanBody(reason: Self.reason, expiresAt: end),
                as: site.admin)
        case .deletion:
            try await site.call(
                Endpoints.deleteUser, id, body: ReasonBody(reason: Self.reason), as: site.admin)
        case .passwordChange:
            try await site.call(
                Endpoints.changePassword,
                body: PasswordChange(current: member.password, new: "outra senha"), as: member)
        case .signOut: try await site.call(Endpoints.signOut, as: member)
        case .passkeyReset:
            let _: MeReply = try await site.call(Endpoints.resetPasskey, as: member)
        }
    }

    /// Whether the session goes on: a lesser one, or with another passkey.
    var keepsSession: Bool { self == .demotion || self == .passkeyReset }

    /// The last event of an open stream, and why; streams that go on are told that something of
    /// their owner changed.
    var lastEvent: (kind: CommunityEvent.Kind, reason: String?) {
        switch self {
        case .demotion, .passkeyReset: (.meChanged, nil)
        case .ban, .passingBan, .deletion: (.sessionEnded, Self.reason)
        case .passwordChange: (.sessionEnded, "The password was changed.")
        case .signOut: (.sessionEnded, "You signed out.")
        }
    }

    /// What the tracker says of a torrent for Supervisors; `nil` where it answers as before: the
    /// passkey belongs to the member and not to one of their sessions.
    var trackerSays: String? {
        switch self {
        case .demotion:
            "This torrent is not in the catalog: remove it, or look for it there again."
        case .ban, .passingBan:
            "You are banned from this community, until its staff lifts that: \(Self.reason)"
        case .deletion, .passwordChange, .passkeyReset:
            "This passkey is not known: download the torrent file again."
        case .signOut: nil
        }
    }
}
