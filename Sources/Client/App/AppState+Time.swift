import Domain

extension AppState {
    private static let glowTime: Int64 = 500
    private static let refreshPause: Int64 = 1500
    private static let diskPause: Int64 = 15_000

    mutating func ticked(_ now: Moment) -> [Effect] {
        self.now = now
        guard session != nil else { return [] }
        transfers.history.sample(
            down: transfers.downloadRate, up: transfers.uploadRate, at: now)
        catalog.changedAt = catalog.changedAt.filter { now.since($0.value) < Self.glowTime }
        transfers.changedAt = transfers.changedAt.filter { now.since($0.value) < Self.glowTime }

        var effects: [Effect] = []
        if let reports = outbox.flush(at: now) { effects.append(.reportTransfers(reports)) }
        if receipts.isDue(at: now) { effects.append(.sendReceipts) }
        if catalog.isStale, isDue(catalog.askedAt) { effects += refreshCatalog() }
        if ratio.isStale, tab == .ratio, isDue(ratio.askedAt) { effects += askRatio() }
        if admin.audit.isStale, isAuditOpen, isDue(admin.audit.askedAt) {
            effects += refreshAudit()
        }
        if diskAskedAt.map({ now.since($0) >= Self.diskPause || now < $0 }) ?? true {
            diskAskedAt = now
            effects.append(.measureDisk)
        }
        return effects
    }

    /// A clock that was set back must not stop anything for hours.
    private func isDue(_ last: Moment) -> Bool {
        now.since(last) >= Self.refreshPause || now < last
    }

    /// The clock speaks more often only while something fades.
    mutating func keepTime() -> [Effect] {
        let isMoving = !catalog.changedAt.isEmpty || !transfers.changedAt.isEmpty
        let wanted = isMoving ? 250 : 1000
        guard wanted != tickInterval else { return [] }
        tickInterval = wanted
        return [.setTick(milliseconds: wanted)]
    }
}
