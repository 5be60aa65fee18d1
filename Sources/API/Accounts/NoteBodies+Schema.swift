import Domain

extension NoteBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("author", .words), .field("text", .words),
        .field("made_at", .timestamp))
    package static let example = NoteBody(
        id: 3, author: "sara", text: "Asked for a second chance.",
        madeAt: Timestamp(seconds: 1_790_000_000))
}

extension NewNote: Described {
    package static let schema = Schema.object(.field("text", .text(1...2000)))
    package static let example = NewNote(text: "Asked for a second chance.")
}
