import API
import Domain

extension AppState {
    mutating func eventsConnected() -> [Effect] {
        let wasAway = connection != .connecting
        connection = .live
        // Whatever happened while nobody listened is asked for.
        guard wasAway else { return [] }
        catalog.isStale = true
        ratio.isStale = true
        return [.fetchMe, .fetchRoles, .fetchSettings] + askApprovals()
            + (tab == .admin ? askSection() : [])
    }

    mutating func eventsInterrupted(retryInSeconds seconds: Int) -> [Effect] {
        let bounded = Int64(min(max(seconds, 0), 3600))
        connection = .interrupted(retryAt: now.adding(milliseconds: bounded * 1000))
        return []
    }

    mutating func eventsEnded(_ failure: CommunityFailure) -> [Effect] {
        if failure.endsSession { return endSession(.sessionOver) }
        connection = .closed
        return refuse(failure)
    }

    mutating func communityHappened(_ event: CommunityEvent) -> [Effect] {
        if event.kind.isOftenAnAct { admin.audit.isStale = true }
        let title = event.title ?? ""
        switch event.kind {
        case .uploadPending:
            if session?.may(.uploadsApprove) == true { note(.uploadWaits(title)) }
            return askApprovals()
        case .catalogApproved:
            list(.isInCatalog(title), .good)
            catalog.isStale = true
            return askApprovals()
        case .catalogRejected:
            list(.wasRejected(title, reason: event.reason ?? ""), .bad)
            return askApprovals()
        case .catalogDeleted:
            if !title.isEmpty { list(.wasDeleted(title)) }
            catalog.items.removeAll { $0.id == event.catalogId }
            catalog.isStale = true
            return askApprovals()
        case .catalogSentBack:
            list(.wasSentBack(title, reason: event.reason ?? ""), .bad)
            return askApprovals()
        case .torrentDeleted:
            note(.torrentWasDeleted(title, reason: event.reason ?? ""), .bad)
            return []
        case .catalogChanged:
            catalog.isStale = true
            return askApprovals()
        case .swarmChanged:
            catalog.isStale = true
            return []
        case .ratioChanged: return ratioChanged(event)
        case .rolesChanged: return [.fetchRoles, .fetchMe]
        case .userChanged: return memberChanged(event.userId)
        case .meChanged: return [.fetchMe, .fetchRoles]
        case .sessionEnded:
            return endSession(event.reason.map { .sessionEnded($0) } ?? .sessionOver)
        }
    }

    private mutating func ratioChanged(_ event: CommunityEvent) -> [Effect] {
        guard let session else { return [] }
        let subject = event.userId ?? session.me.id
        if let stats = event.stats {
            if subject == session.me.id { self.session?.stats = stats }
            if subject == ratio.other?.id { ratio.stats = stats }
        }
        if subject == (ratio.other?.id ?? session.me.id) || ratio.showsBoard {
            ratio.isStale = true
        }
        return []
    }

    /// Only for those who may decide.
    private func askApprovals() -> [Effect] {
        session?.may(.uploadsApprove) == true ? [.searchCatalog(ApprovalsState.query)] : []
    }
}
