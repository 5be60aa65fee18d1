package import Domain

package protocol SettingsStore: Sendable {
    func settings() async throws -> CommunitySettings
    /// Throws `.gone` when they are not as `expected` any more.
    func change(
        to settings: CommunitySettings, expecting expected: CommunitySettings, audit: AuditEntry)
        async throws
}

/// The settings that SuperAdmin changes while the server runs.
package struct Settings: Sendable {
    private let store: any SettingsStore
    private let known: RecentSettings
    private let clock: Clock

    package init(store: any SettingsStore, clock: Clock) {
        self.store = store
        known = RecentSettings(store: store)
        self.clock = clock
    }

    package func current() async throws -> CommunitySettings { try await store.settings() }

    /// As of a second ago at most, without asking the database each time.
    package func recent() async -> CommunitySettings { await known.current() }

    package func change(_ change: SettingsChange, by actor: Actor) async throws -> CommunitySettings
    {
        if let objection = Conduct.objection(to: actor, using: .settingsManage) {
            throw ServiceError.objected(objection)
        }
        // Somebody else may be changing another of them right now.
        while true {
            let old = try await store.settings()
            let new = try change.applied(to: old)
            let audit = AuditEntry(
                actor, "settings.changed", "settings", before: words(old), after: words(new),
                at: clock.now())
            do {
                try await store.change(to: new, expecting: old, audit: audit)
            } catch StoreFailure.gone {
                continue
            }
            known.note(new)
            return new
        }
    }

    private func words(_ settings: CommunitySettings) -> String {
        [
            "registration \(settings.registration.rawValue)", "ratio \(settings.requiredRatio)",
            "grace \(settings.graceBytes)", "interval \(settings.announceInterval)",
            "approval \(settings.approvalRequired ? "required" : "not required")",
            "requests \(settings.requestsPerSecond) a second, \(settings.requestBurst) at once",
            "torrents up to \(settings.maxTorrentBytes) bytes", "slots \(settings.downloadSlots)",
            "seeding \(settings.seedingHours) hours or \(settings.seedingRatioPercent) %",
        ].joined(separator: ", ")
    }
}
