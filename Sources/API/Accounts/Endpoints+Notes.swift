import Domain

extension Endpoints {
    package static let notes = Endpoint<PageQuery, Nothing, Page<NoteBody>>(
        .get, "/users/{id}/notes", .permission(.usersManage),
        "What the staff wrote down about a member, newest first")
    package static let addNote = Endpoint<Nothing, NewNote, NoteBody>(
        .post, "/users/{id}/notes", .permission(.usersManage), status: 201,
        "Write a note about a member, for staff only")
    package static let deleteNote = Endpoint<Nothing, Nothing, Nothing>(
        .delete, "/users/{id}/notes/{note_id}", .permission(.usersManage), status: 204,
        "Delete a note about a member")
}
