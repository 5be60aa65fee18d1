package import Domain

extension Catalog {
    /// Entries with the same files, by the entry they are like; only such as the viewer may see.
    package func similar(to entries: [CatalogID], for actor: Actor) async throws
        -> [CatalogID: [CatalogID]]
    {
        guard actor.may(.catalogRead), !entries.isEmpty else { return [:] }
        return try await store.similar(
            to: entries, visibleTo: actor.role.weight, viewer: actor.id,
            seesUndecided: actor.may(.uploadsApprove))
    }

    /// Back to the uploader, who sees why and may change it.
    package func sendBack(_ id: CatalogID, reason: String, by actor: Actor) async throws
        -> EntryRecord
    {
        let reason = try Reason.checked(reason)
        let entry = try await undecided(id, by: actor)
        try await decide(
            entry, .changesRequested, reason: reason, act: "upload.sent_back", by: actor)
        post(.catalogSentBack, entry, to: .viewers(of: entry), reason: reason)
        return try await self.entry(id, for: actor)
    }

    /// What its uploader changes goes back into the queue; what others change stays where it is,
    /// and is a staff act.
    package func edit(_ id: CatalogID, _ edit: EntryEdit, by actor: Actor) async throws
        -> EntryRecord
    {
        let entry = try await entry(id, for: actor)
        let isOwn = entry.uploaderID == actor.id
        let weight = try await store.roleWeight(of: entry.uploaderID) ?? .superAdmin
        if let objection = Conduct.objection(
            to: actor, editingEntryOf: entry.uploaderID, weighing: weight, status: entry.status)
        {
            throw ServiceError.objected(objection)
        }
        let edit = try edit.checked()
        if let minimum = edit.minRoleWeight, !actor.sees(minimum) {
            throw ServiceError.invalid(
                field: "min_role_weight", "You can set only what your own role may see.")
        }
        let status = isOwn && entry.status == .changesRequested ? .pending : entry.status
        let changes = edit.changes(of: entry)
        guard changes != nil || status != entry.status else { return entry }
        let audit =
            isOwn
            ? nil
            : AuditEntry(
                actor, "catalog.edited", "entry \(entry.id) “\(entry.title)”",
                before: changes?.before, after: changes?.after, at: clock.now(),
                visibleTo: max(entry.minRoleWeight, edit.minRoleWeight ?? .guest),
                on: Premise.Target(entry.uploaderID, weighing: weight))
        do {
            try await store.edit(
                id, edit, status: status, expecting: entry.status, audit: audit)
        } catch StoreFailure.gone {
            throw ServiceError.conflict(
                code: "entry_changed", "Somebody changed this entry meanwhile; look again.")
        }
        let edited = try await self.entry(id, for: actor)
        if status != entry.status {
            post(.uploadPending, edited, to: .approvers(of: edited))
        } else {
            post(.catalogChanged, edited, to: .viewers(of: edited))
        }
        return edited
    }
}
