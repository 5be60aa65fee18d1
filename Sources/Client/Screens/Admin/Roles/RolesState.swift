/// The roles; they themselves are the session's, because names and reasons need them everywhere.
package struct RolesState: Equatable, Sendable {
    package var cursor = ListCursor()
    package var failure: CommunityFailure?

    package init() {}
}
