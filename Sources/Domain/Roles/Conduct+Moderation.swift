extension Conduct {
    /// Nobody shuts themselves out, and nobody shuts out the machine that the server is on: behind
    /// a proxy it is everybody's address.
    package static func objection(to actor: Actor, banning range: AddressRange) -> Objection? {
        if let objection = objection(to: actor, using: .usersBan) { return objection }
        if let address = actor.address, range.contains(address) { return .ownAddress }
        return range.meetsLoopback ? .loopbackAddress : nil
    }

    /// One's own entry is changed freely while the staff has not decided about it, and afterwards
    /// by those who need no approval. Others' entries are changed by editors who stand above the
    /// uploader.
    package static func objection(
        to actor: Actor, editingEntryOf uploader: UserID, weighing: RoleWeight,
        status: CatalogStatus
    ) -> Objection? {
        guard uploader == actor.id else {
            return objection(to: actor, using: .catalogEdit, on: uploader, weighing: weighing)
        }
        switch status {
        case .pending, .changesRequested: return objection(to: actor, using: .catalogPublish)
        case .approved: return objection(to: actor, using: .catalogPublishUnmoderated)
        case .rejected: return .rejectedUpload
        }
    }
}
