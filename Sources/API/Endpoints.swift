/// Every endpoint of the API, by feature in the files beside this one.
///
/// An endpoint is listed in its feature's group, and the group here. What is not listed is not
/// mounted: the server refuses to start with it.
package enum Endpoints {
    package static let prefix = "/api/v1"

    package static let groups: [EndpointGroup] = [
        sessionGroup, selfGroup, securityGroup, memberGroup, invitationGroup, noteGroup,
        catalogGroup, ledgerGroup, evidenceGroup, roleGroup,
        banGroup, communityGroup, serverGroup,
    ]

    package static let all: [any AnyEndpoint] = groups.flatMap(\.endpoints)
}
