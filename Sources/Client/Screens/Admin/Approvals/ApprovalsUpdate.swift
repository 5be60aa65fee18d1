import API
import Domain

extension AppState {
    mutating func approvalsFound(_ outcome: Outcome<CatalogPage>) -> [Effect] {
        switch outcome {
        case .failure(let failure):
            admin.approvals.failure = failure
            return bear(failure)
        case .success(let page):
            let current = admin.approvals.current?.id
            admin.approvals.failure = nil
            admin.approvals.hasAnswer = true
            admin.approvals.items = page.items
            admin.approvals.total = page.total.map { max(0, $0) }
            if let row = page.items.firstIndex(where: { $0.id == current }) {
                admin.approvals.cursor.index = row
            }
            return []
        }
    }

    mutating func approve() -> [Effect] {
        guard let item = admin.approvals.current,
            admin.approvals.deciding.insert(item.id).inserted
        else { return [] }
        return [.approve(item.id)]
    }

    mutating func openRejection() -> [Effect] {
        guard let item = admin.approvals.current else { return [] }
        overlays.append(.form(.rejection(of: item)))
        return []
    }

    mutating func openSendingBack() -> [Effect] {
        guard let item = admin.approvals.current else { return [] }
        overlays.append(.form(.sendingBack(item)))
        return []
    }

    mutating func uploadDecided(
        _ id: CatalogID, _ outcome: Outcome<CatalogDetail>, _ verdict: CatalogStatus
    ) -> [Effect] {
        admin.approvals.deciding.remove(id)
        switch outcome {
        case .failure(let failure):
            if verdict == .approved { return refuse(failure) }
            return failForm(failure) { $0.decides(id) }
        case .success(let detail):
            closeForm { $0.decides(id) }
            let count = admin.approvals.items.count
            admin.approvals.items.removeAll { $0.id == id }
            if admin.approvals.items.count < count {
                admin.approvals.total = admin.approvals.total.map { max(0, $0 - 1) }
            }
            catalog.isStale = true
            let title = detail.summary.title
            switch verdict {
            case .approved: note(.approved(title), .good)
            case .changesRequested: note(.sentBack(title), .good)
            case .pending, .rejected: note(.rejected(title), .good)
            }
            return [.searchCatalog(ApprovalsState.query)]
        }
    }
}

extension FormState.Purpose {
    fileprivate func decides(_ id: CatalogID) -> Bool {
        switch self {
        case .reject(id, _), .sendBack(id, _): true
        default: false
        }
    }
}
