import Domain

extension Registration: Described {
    package static let schema = Schema.object(
        .field("username", .username), .field("password", .newPassword),
        .optional("invite_code", .text(0...100), "Asked for where newcomers come by invitation"))
    package static let example = Registration(
        username: "bia", password: "nove abelhas e um favo", inviteCode: invitation.code)
}

extension NewInvitation: Described {
    package static let schema = Schema.object(
        .optional("expires_in_days", .integer(1...90), "7 where left out"),
        .optional("note", .text(0...200), "For whom, or why"))
    package static let example = NewInvitation(expiresInDays: 14, note: invitation.note)
}

extension InvitationBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("state", .choice(of: State.self)),
        .field("invited_by", .body(MemberName.self)), .optional("note", .words),
        .field("created_at", .timestamp), .field("expires_at", .timestamp),
        .optional("used_by", .body(MemberName.self), "Who came in with it"),
        .optional("used_at", .timestamp),
        .optional("code", .words, "Only in the answer that makes it: it is not kept"))
    package static let example = InvitationBody(
        id: InvitationID(5), state: .used, invitedBy: .example, note: invitation.note,
        createdAt: Timestamp(seconds: 1_790_000_000), expiresAt: Timestamp(seconds: 1_790_600_000),
        usedBy: MemberName(id: UserID(8), username: "bia"),
        usedAt: Timestamp(seconds: 1_790_000_600), code: invitation.code)
}

private let invitation = (code: "k3vt-9mqa-x2fd-7hne-w8cp", note: "From the reading circle")
