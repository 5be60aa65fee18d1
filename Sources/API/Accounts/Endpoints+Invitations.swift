import Domain

extension Endpoints {
    package static let invitations = Endpoint<PageQuery, Nothing, Page<InvitationBody>>(
        .get, "/invitations", .signedIn,
        "The caller's invitations, newest first; everybody's with users.manage")
    package static let invite = Endpoint<Nothing, NewInvitation, InvitationBody>(
        .post, "/invitations", .permission(.usersInvite), status: 201,
        refusals: [
            .forbidden("registration_closed"), .conflict("too_many_invitations"),
            .invalid("expires_in_days", "note"),
        ],
        "Invite a newcomer; the code is shown this once")
    package static let withdrawInvitation = Endpoint<Nothing, Nothing, Nothing>(
        .delete, "/invitations/{id}", .signedIn, on: .ownOrBelowWith(.usersManage), status: 204,
        refusals: [.forbidden("not_below_you"), .conflict("invitation_over")],
        "Withdraw an open invitation")

    package static let invitationGroup = EndpointGroup(
        "Invitations", "How newcomers come in where a member must vouch for them.",
        [invitations, invite, withdrawInvitation])
}
