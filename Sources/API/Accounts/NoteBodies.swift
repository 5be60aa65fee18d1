package import Domain

/// What one of the staff wrote down about a member.
package struct NoteBody: Codable, Hashable, Sendable {
    package let id: Int64
    package let author: String
    package let text: String
    package let madeAt: Timestamp

    package init(id: Int64, author: String, text: String, madeAt: Timestamp) {
        self.id = id
        self.author = author
        self.text = text
        self.madeAt = madeAt
    }
}

package struct NewNote: Codable, Hashable, Sendable {
    package let text: String

    package init(text: String) { self.text = text }
}
