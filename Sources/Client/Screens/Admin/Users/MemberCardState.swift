package import Domain

/// One member over the screen: the profile, and the staff's notes with a cursor.
package struct MemberCardState: Equatable, Sendable {
    package let id: UserID
    package let username: String
    /// On the notes of the member's file.
    package var cursor = ListCursor()
    /// Why what was asked for cannot be done.
    package var failure: Phrase?

    package init(id: UserID, username: String) {
        self.id = id
        self.username = username
    }
}
