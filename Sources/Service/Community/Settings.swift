package import Domain

package protocol SettingsStore: Sendable {
    func settings() async throws -> CommunitySettings
    func change(to settings: CommunitySettings, audit: AuditEntry) async throws
}

/// What is to change; `nil` stays as it is.
package struct SettingsChange: Hashable, Sendable {
    package var registration: CommunitySettings.Registration?
    package var requiredRatio: Double?
    package var graceBytes: ByteCount?
    package var announceInterval: Int?

    package init(
        registration: CommunitySettings.Registration? = nil, requiredRatio: Double? = nil,
        graceBytes: ByteCount? = nil, announceInterval: Int? = nil
    ) {
        self.registration = registration
        self.requiredRatio = requiredRatio
        self.graceBytes = graceBytes
        self.announceInterval = announceInterval
    }
}

/// The settings that SuperAdmin changes while the server runs.
package struct Settings: Sendable {
    private let store: any SettingsStore
    private let clock: Clock

    package init(store: any SettingsStore, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func current() async throws -> CommunitySettings { try await store.settings() }

    package func change(_ change: SettingsChange, by actor: Actor) async throws -> CommunitySettings
    {
        if let objection = Conduct.objection(to: actor, using: .settingsManage) {
            throw ServiceError.objected(objection)
        }
        let old = try await store.settings()
        var new = old
        if let registration = change.registration { new.registration = registration }
        if let ratio = change.requiredRatio {
            guard CommunitySettings.requiredRatios.contains(ratio) else {
                throw ServiceError.invalid(
                    field: "required_ratio", "A required ratio is a number from 0 to 100.")
            }
            new.requiredRatio = ratio
        }
        if let grace = change.graceBytes { new.graceBytes = grace }
        if let interval = change.announceInterval {
            guard CommunitySettings.announceIntervals.contains(interval) else {
                throw ServiceError.invalid(
                    field: "announce_interval", "An interval has 5 to 86,400 seconds.")
            }
            new.announceInterval = interval
        }
        let audit = AuditEntry(
            actor, "settings.changed", "settings", before: words(old), after: words(new),
            at: clock.now())
        try await store.change(to: new, audit: audit)
        return new
    }

    private func words(_ settings: CommunitySettings) -> String {
        "registration \(settings.registration.rawValue), ratio \(settings.requiredRatio), "
            + "grace \(settings.graceBytes), interval \(settings.announceInterval)"
    }
}
