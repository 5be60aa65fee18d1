import API

extension AppState {
    private static let lookahead = 20

    mutating func askAudit() -> [Effect] {
        let query = AuditQuery(page: PageQuery(limit: AuditState.pageSize))
        admin.audit.awaited = query
        return [.fetchAudit(query)]
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
        guard tab == .admin, admin.section == .audit, admin.audit.awaited == nil,
            admin.audit.failure == nil, let next = admin.audit.nextCursor,
            admin.audit.cursor.index >= admin.audit.items.count - Self.lookahead
        else { return [] }
        let query = AuditQuery(page: PageQuery(limit: AuditState.pageSize, cursor: next))
        admin.audit.awaited = query
        return [.fetchAudit(query)]
    }
}
