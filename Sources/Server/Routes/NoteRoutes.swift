import API
import Domain
import Service

/// Notes on members, for staff.
struct NoteRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        let notes = site.notes
        router.permitted(Endpoints.notes) { call, caller in
            let limit = call.query.limit
            let found = try await notes.notes(
                on: call.id(), before: try call.query.id, limit: limit + 1, for: caller.actor)
            return Page(
                items: found.prefix(limit).map(NoteBody.init),
                nextCursor: found.count > limit ? String(found[limit - 1].id) : nil)
        }
        router.permitted(Endpoints.addNote) { call, caller in
            NoteBody(try await notes.add(call.body.text, on: call.id(), by: caller.actor))
        }
        router.permitted(Endpoints.deleteNote) { call, caller in
            let note: Identifier<MemberNote> = call.id(1)
            try await notes.delete(note.rawValue, on: call.id(), by: caller.actor)
            return Nothing()
        }
    }
}

extension NoteBody {
    fileprivate init(_ note: MemberNote) {
        self.init(id: note.id, author: note.authorName, text: note.text, madeAt: note.madeAt)
    }
}
