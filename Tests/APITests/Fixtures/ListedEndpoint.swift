import API
import Domain
import Testing

/// An endpoint without its types, so that all of them stand in one list.
struct ListedEndpoint: CustomTestStringConvertible, Sendable {
    let method: Method
    let path: String
    let access: Access
    let status: Int
    let summary: String
    let hasReply: Bool

    init<Query, Body, Reply>(_ endpoint: Endpoint<Query, Body, Reply>) {
        method = endpoint.method
        path = endpoint.path
        access = endpoint.access
        status = endpoint.status
        summary = endpoint.summary
        hasReply = Reply.self != Nothing.self
    }

    var testDescription: String { "\(method.rawValue) \(path)" }

    static let all: [ListedEndpoint] = [
        ListedEndpoint(Endpoints.register), ListedEndpoint(Endpoints.signIn),
        ListedEndpoint(Endpoints.refresh), ListedEndpoint(Endpoints.signOut),
        ListedEndpoint(Endpoints.me), ListedEndpoint(Endpoints.changePassword),
        ListedEndpoint(Endpoints.resetPasskey), ListedEndpoint(Endpoints.users),
        ListedEndpoint(Endpoints.createUser), ListedEndpoint(Endpoints.user),
        ListedEndpoint(Endpoints.changeUser), ListedEndpoint(Endpoints.banUser),
        ListedEndpoint(Endpoints.unbanUser), ListedEndpoint(Endpoints.memberNames),
        ListedEndpoint(Endpoints.catalog), ListedEndpoint(Endpoints.catalogFacets),
        ListedEndpoint(Endpoints.catalogSuggestions),
        ListedEndpoint(Endpoints.catalogEntry), ListedEndpoint(Endpoints.publish),
        ListedEndpoint(Endpoints.deleteEntry), ListedEndpoint(Endpoints.approve),
        ListedEndpoint(Endpoints.reject), ListedEndpoint(Endpoints.torrentFile),
        ListedEndpoint(Endpoints.settings), ListedEndpoint(Endpoints.changeSettings),
        ListedEndpoint(Endpoints.audit), ListedEndpoint(Endpoints.events),
        ListedEndpoint(Endpoints.stats), ListedEndpoint(Endpoints.history),
        ListedEndpoint(Endpoints.shares), ListedEndpoint(Endpoints.adjustRatio),
        ListedEndpoint(Endpoints.reportTransfers), ListedEndpoint(Endpoints.roles),
        ListedEndpoint(Endpoints.createRole), ListedEndpoint(Endpoints.changeRole),
        ListedEndpoint(Endpoints.deleteRole), ListedEndpoint(Endpoints.permissions),
    ]
}
