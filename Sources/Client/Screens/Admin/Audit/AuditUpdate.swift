import API
import Cells

extension AppState {
    private static let lookahead = 20

    mutating func askAudit() -> [Effect] {
        let query = admin.audit.query
        admin.audit.awaited = query
        admin.audit.isStale = false
        admin.audit.askedAt = now
        return [.fetchAudit(query)]
    }

    var isAuditOpen: Bool { tab == .admin && admin.section == .audit }

    /// Only from the top: who reads further down is not moved.
    mutating func refreshAudit() -> [Effect] {
        guard admin.audit.awaited == nil, admin.audit.cursor.index == 0 else { return [] }
        return askAudit()
    }

    mutating func auditFetched(
        _ query: AuditQuery, _ outcome: Outcome<Page<AuditBody>>
    ) -> [Effect] {
        guard query == admin.audit.awaited else { return [] }
        admin.audit.awaited = nil
        switch outcome {
        case .failure(let failure):
            admin.audit.failure = failure
            return bear(failure)
        case .success(let page):
            admin.audit.failure = nil
            admin.audit.hasAnswer = true
            admin.audit.nextCursor = page.nextCursor
            admin.audit.items =
                query.page.cursor == nil ? page.items : admin.audit.items + page.items
            return []
        }
    }

    mutating func followAudit() -> [Effect] {
        guard isAuditOpen, admin.audit.awaited == nil,
            admin.audit.failure == nil, let next = admin.audit.nextCursor,
            admin.audit.cursor.index >= admin.audit.items.count - Self.lookahead
        else { return [] }
        var query = admin.audit.query
        query.page.cursor = next
        admin.audit.awaited = query
        return [.fetchAudit(query)]
    }

    // MARK: searching and filtering

    /// `nil` when the key is none for a field.
    mutating func typeInAuditSearch(_ key: Key) -> [Effect]? {
        let before = admin.audit.search.text
        guard admin.audit.search.take(key) else { return nil }
        return before == admin.audit.search.text ? [] : askAuditAnew()
    }

    mutating func clearAuditSearch() -> [Effect] {
        admin.audit.isSearching = false
        guard !admin.audit.search.isEmpty else { return [] }
        admin.audit.search = TextField()
        return askAuditAnew()
    }

    mutating func clearAuditFilter() -> [Effect] {
        admin.audit.search = TextField()
        admin.audit.filter = AuditFilter()
        admin.audit.since = nil
        admin.audit.until = nil
        return askAuditAnew()
    }

    mutating func openAuditFilter() -> [Effect] {
        overlays.append(.form(.auditFilter(admin.audit.filter)))
        return []
    }

    mutating func filterAudit(by form: FormState) throws(FormState.Mistake) -> [Effect] {
        let filter = AuditFilter(
            actor: form.text(0).lowercased(), act: form.text(1).lowercased(), since: form.text(2),
            until: form.text(3))
        let since = try moment(filter.since, of: 2)
        let until = try moment(filter.until, of: 3, isEnd: true)
        if let since, let until, until <= since {
            throw FormState.Mistake(field: 3, sentence: .endsBeforeItBegins)
        }
        overlays.removeLast()
        admin.audit.filter = filter
        admin.audit.since = since
        admin.audit.until = until
        return askAuditAnew()
    }

    private mutating func askAuditAnew() -> [Effect] {
        admin.audit.cursor = ListCursor()
        return askAudit()
    }

    // MARK: one entry

    mutating func openAuditEntry() -> [Effect] {
        guard let entry = admin.audit.current else { return [] }
        overlays.append(.auditEntry(AuditEntryState(entry)))
        return []
    }

    mutating func performInAuditEntry(_ action: Action, _ entry: AuditEntryState) -> [Effect] {
        if action == .dismiss {
            overlays.removeLast()
            return []
        }
        guard let motion = motion(of: action) else { return [] }
        var entry = entry
        let layout = AuditEntryLayout(self, entry)
        var cursor = ListCursor(index: entry.scroll)
        cursor.move(motion, count: layout.lastScroll + 1, height: layout.text.height)
        entry.scroll = cursor.index
        overlays[overlays.count - 1] = .auditEntry(entry)
        return []
    }
}
