package import Domain

/// Publishing, finding, approving and deleting what the community shares.
package struct Catalog: Sendable {
    let store: any CatalogStore
    private let ledger: any LedgerStore
    private let settings: any SettingsStore
    private let notices: NoticeBoard
    let clock: Clock

    package init(
        store: any CatalogStore, ledger: any LedgerStore, settings: any SettingsStore,
        notices: NoticeBoard, clock: Clock
    ) {
        self.store = store
        self.ledger = ledger
        self.settings = settings
        self.notices = notices
        self.clock = clock
    }

    // MARK: finding

    /// Whoever may not approve sees, of what is pending or rejected, only their own.
    package func search(
        _ text: String, order: EntryOrder, status: CatalogStatus, after: EntryCursor?, limit: Int,
        for actor: Actor
    ) async throws -> Finds {
        let search = try search(text, order, status, after: after, limit: limit, actor)
        let page = try await store.search(search)
        guard page.total == 0, after == nil else { return Finds(page: page, query: search.query) }
        return Finds(
            page: page, query: search.query,
            didYouMean: try await Spelling(store: store).correction(of: search, text: text))
    }

    /// What the search finds, by kind, tag, size and age.
    package func facets(_ text: String, status: CatalogStatus, for actor: Actor) async throws
        -> EntryFacets
    {
        try await store.facets(try search(text, .newest, status, limit: 1, actor))
    }

    /// What somebody who typed this far may want to find.
    package func suggestions(_ text: String, limit: Int, for actor: Actor) async throws
        -> (tags: [String], entries: [EntryRecord])
    {
        let search = try search(text, .relevance, .approved, limit: limit, actor)
        guard !search.query.isEmpty else { return ([], []) }
        // As tags are stored; the last word is the one being typed.
        let typed = text.split(separator: " ").last.map { OneLine.cleaned($0).lowercased() } ?? ""
        let beginning = typed.hasPrefix("tag:") ? String(typed.dropFirst(4)) : typed
        let tags = try await store.tags(
            beginning: beginning, visibleTo: actor.role.weight, limit: limit)
        return (tags, try await store.search(search).entries)
    }

    private func search(
        _ text: String, _ order: EntryOrder, _ status: CatalogStatus, after: EntryCursor? = nil,
        limit: Int, _ actor: Actor
    ) throws -> CatalogSearch {
        try require(.catalogRead, of: actor)
        let onlyOwn = status != .approved && !actor.may(.uploadsApprove)
        return CatalogSearch(
            query: SearchQuery(text), now: clock.now(), status: status,
            visibleTo: actor.role.weight, uploader: onlyOwn ? actor.id : nil, order: order,
            after: after, limit: limit)
    }

    /// Called now and then; answers whether there is more to do.
    package func tidyIndex() async throws -> Bool { try await store.tidyIndex() }

    package func entry(_ id: CatalogID, for actor: Actor) async throws -> EntryRecord {
        guard let entry = try await store.entry(id), Visibility.shows(entry, to: actor) else {
            throw ServiceError.notFound("catalog entry")
        }
        return entry
    }

    package func files(of entry: EntryRecord) async throws -> [TorrentFile] {
        try await store.files(of: entry.id)
    }

    /// Only what is approved can be fetched, but by those who published it or decide about it.
    package func torrent(of id: CatalogID, for actor: Actor) async throws -> StoredTorrent {
        _ = try await entry(id, for: actor)
        guard let torrent = try await store.torrent(of: id) else {
            throw ServiceError.notFound("torrent")
        }
        return torrent
    }

    // MARK: publishing

    package func publish(_ upload: Upload, by actor: Actor) async throws -> EntryRecord {
        try require(.catalogPublish, of: actor)
        let upload = try upload.checked()
        guard actor.sees(upload.minRoleWeight) else {
            throw ServiceError.invalid(
                field: "min_role_weight", "You can publish only what your own role may see.")
        }
        let needsApproval =
            try await settings.settings().approvalRequired
            && !actor.may(.catalogPublishUnmoderated)
        let id: CatalogID
        do {
            id = try await store.insert(
                NewEntry(
                    title: upload.title, description: upload.description, tags: upload.tags,
                    minRoleWeight: upload.minRoleWeight,
                    status: needsApproval ? .pending : .approved, uploaderID: actor.id,
                    metainfo: upload.metainfo, createdAt: clock.now()))
        } catch StoreFailure.duplicate {
            throw ServiceError.alreadyPublished(try await known(upload.metainfo, to: actor))
        }
        let entry = try await entry(id, for: actor)
        if needsApproval {
            post(.uploadPending, entry, to: .approvers(of: entry))
        } else {
            post(.catalogApproved, entry, to: .viewers(of: entry))
        }
        return entry
    }

    private func known(_ metainfo: Metainfo, to actor: Actor) async throws -> CatalogID? {
        for hash in metainfo.infoHashes {
            if let entry = try await store.entry(hash: hash), Visibility.shows(entry, to: actor) {
                return entry.id
            }
        }
        return nil
    }

    // MARK: deciding

    package func approve(_ id: CatalogID, by actor: Actor) async throws -> EntryRecord {
        let entry = try await undecided(id, by: actor)
        try await decide(entry, .approved, reason: nil, act: "upload.approved", by: actor)
        let approved = try await self.entry(id, for: actor)
        post(.catalogApproved, approved, to: .viewers(of: approved))
        return approved
    }

    package func reject(_ id: CatalogID, reason: String, by actor: Actor) async throws
        -> EntryRecord
    {
        let reason = try Reason.checked(reason)
        let entry = try await undecided(id, by: actor)
        try await decide(entry, .rejected, reason: reason, act: "upload.rejected", by: actor)
        post(.catalogRejected, entry, to: .viewers(of: entry), reason: reason)
        return try await self.entry(id, for: actor)
    }

    package func delete(_ id: CatalogID, reason: String, by actor: Actor) async throws {
        try require(.catalogDelete, of: actor)
        let reason = try Reason.checked(reason)
        let entry = try await entry(id, for: actor)
        let audit = AuditEntry(
            actor, "catalog.deleted", "entry \(entry.id) “\(entry.title)”", reason: reason,
            before: entry.status.rawValue, after: "deleted", at: clock.now(),
            visibleTo: entry.minRoleWeight)
        do {
            try await store.delete(id, at: clock.now(), audit: audit)
        } catch StoreFailure.gone {
            throw ServiceError.notFound("catalog entry")
        }
        post(.catalogDeleted, entry, to: .viewers(of: entry), reason: reason)
        let users = try await ledger.users(of: id)
        guard !users.isEmpty else { return }
        post(.torrentDeleted, entry, to: .participants(users, of: entry), reason: reason)
    }

    func undecided(_ id: CatalogID, by actor: Actor) async throws -> EntryRecord {
        try require(.uploadsApprove, of: actor)
        let entry = try await entry(id, for: actor)
        if let objection = Conduct.objection(to: actor, approvingUploadOf: entry.uploaderID) {
            throw ServiceError.objected(objection)
        }
        // What was sent back can still be rejected, when its uploader does nothing about it.
        guard entry.status == .pending || entry.status == .changesRequested else {
            throw Self.decided
        }
        return entry
    }

    private static let decided = ServiceError.conflict(
        code: "already_decided", "Somebody decided about this upload already.")

    func decide(
        _ entry: EntryRecord, _ status: CatalogStatus, reason: String?, act: String, by actor: Actor
    ) async throws {
        let audit = AuditEntry(
            actor, act, "entry \(entry.id) “\(entry.title)”", reason: reason,
            before: entry.status.rawValue, after: status.rawValue, at: clock.now(),
            visibleTo: entry.minRoleWeight)
        do {
            try await store.decide(
                entry.id, from: entry.status, to: status, reason: reason, audit: audit)
        } catch StoreFailure.gone {
            throw Self.decided
        }
    }

    func post(
        _ kind: Notice.Kind, _ entry: EntryRecord, to audience: Audience, reason: String? = nil
    ) {
        notices.post(
            Notice(kind, to: audience, catalog: entry.id, title: entry.title, reason: reason))
    }

    private func require(_ permission: Permission, of actor: Actor) throws {
        if let objection = Conduct.objection(to: actor, using: permission) {
            throw ServiceError.objected(objection)
        }
    }
}
