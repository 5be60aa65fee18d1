import Domain

extension Endpoints {
    package static let notes = Endpoint<PageQuery, Nothing, Page<NoteBody>>(
        .get, "/users/{id}/notes", .permission(.usersManage), on: .membersBelow,
        refusals: [.forbidden("own_account", "not_below_you")],
        "What the staff wrote down about a member, newest first")
    package static let addNote = Endpoint<Nothing, NewNote, NoteBody>(
        .post, "/users/{id}/notes", .permission(.usersManage), on: .membersBelow, status: 201,
        refusals: [.forbidden("own_account", "not_below_you"), .invalid("text")],
        "Write a note about a member, for staff only")
    package static let deleteNote = Endpoint<Nothing, Nothing, Nothing>(
        .delete, "/users/{id}/notes/{note_id}", .permission(.usersManage),
        on: .membersBelow, status: 204,
        refusals: [.forbidden("own_account", "not_below_you")],
        "Delete a note about a member")

    package static let noteGroup = EndpointGroup(
        "Notes", "What the staff writes down about members.", [notes, addNote, deleteNote])
}
