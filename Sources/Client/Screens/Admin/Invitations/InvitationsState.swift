package import API
package import Domain

/// Invitations, newest first: one's own, and everybody's for those who manage members.
package struct InvitationsState: Equatable, Sendable {
    package var list = PagedList<InvitationBody>()
    package var marks = Marks<InvitationID>()
    /// Of those made in this session, which no server tells again; they leave with it.
    package var codes: [InvitationID: String] = [:]

    package init() {}
}
