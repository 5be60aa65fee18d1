package import API
package import Domain

/// What the server tells of one member beyond the row of the list.
package struct MemberFile: Equatable, Sendable {
    package let id: UserID
    /// Says who invited them.
    package var profile: UserBody?
    package var notes = PagedList<NoteBody>()

    package init(_ id: UserID) { self.id = id }
}
