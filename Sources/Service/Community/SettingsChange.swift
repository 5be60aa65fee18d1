package import Domain

/// What is to change; `nil` stays as it is.
package struct SettingsChange: Hashable, Sendable {
    package var registration: CommunitySettings.Registration?
    package var requiredRatio: Double?
    package var graceBytes: ByteCount?
    package var announceInterval: Int?
    package var approvalRequired: Bool?
    package var requestsPerSecond: Int?
    package var requestBurst: Int?
    package var maxTorrentBytes: Int?
    package var downloadSlots: Int?
    package var seedingHours: Int?
    package var seedingRatioPercent: Int?

    package init(
        registration: CommunitySettings.Registration? = nil, requiredRatio: Double? = nil,
        graceBytes: ByteCount? = nil, announceInterval: Int? = nil,
        approvalRequired: Bool? = nil, requestsPerSecond: Int? = nil, requestBurst: Int? = nil,
        maxTorrentBytes: Int? = nil, downloadSlots: Int? = nil, seedingHours: Int? = nil,
        seedingRatioPercent: Int? = nil
    ) {
        self.registration = registration
        self.requiredRatio = requiredRatio
        self.graceBytes = graceBytes
        self.announceInterval = announceInterval
        self.approvalRequired = approvalRequired
        self.requestsPerSecond = requestsPerSecond
        self.requestBurst = requestBurst
        self.maxTorrentBytes = maxTorrentBytes
        self.downloadSlots = downloadSlots
        self.seedingHours = seedingHours
        self.seedingRatioPercent = seedingRatioPercent
    }

    /// Throws `ServiceError.invalid` with the first field that is out of bounds.
    func applied(to old: CommunitySettings) throws(ServiceError) -> CommunitySettings {
        var new = old
        if let registration { new.registration = registration }
        if let approvalRequired { new.approvalRequired = approvalRequired }
        if let requiredRatio {
            guard CommunitySettings.requiredRatios.contains(requiredRatio) else {
                throw .invalid(
                    field: "required_ratio", "A required ratio is a number from 0 to 100.")
            }
            new.requiredRatio = requiredRatio
        }
        if let graceBytes {
            guard graceBytes <= CommunitySettings.mostGrace else {
                throw .invalid(
                    field: "grace_bytes",
                    "A grace is at most \(CommunitySettings.mostGrace) bytes.")
            }
            new.graceBytes = graceBytes
        }
        try set(
            &new.announceInterval, announceInterval, "announce_interval",
            CommunitySettings.announceIntervals, "seconds between two announces")
        try set(
            &new.requestsPerSecond, requestsPerSecond, "requests_per_second",
            CommunitySettings.requestRates, "requests a second")
        try set(
            &new.requestBurst, requestBurst, "request_burst", CommunitySettings.requestBursts,
            "requests at once")
        try set(
            &new.maxTorrentBytes, maxTorrentBytes, "max_torrent_bytes",
            CommunitySettings.torrentSizes, "bytes of a torrent file")
        try set(
            &new.downloadSlots, downloadSlots, "download_slots", CommunitySettings.slotCounts,
            "downloads at once")
        try set(
            &new.seedingHours, seedingHours, "seeding_hours", CommunitySettings.seedingTimes,
            "hours of seeding")
        try set(
            &new.seedingRatioPercent, seedingRatioPercent, "seeding_ratio_percent",
            CommunitySettings.seedingRatios, "percent of a torrent to give back")
        return new
    }

    private func set(
        _ value: inout Int, _ wanted: Int?, _ field: String, _ bounds: ClosedRange<Int>,
        _ what: String
    ) throws(ServiceError) {
        guard let wanted else { return }
        guard bounds.contains(wanted) else {
            throw .invalid(
                field: field,
                "Between \(bounds.lowerBound) and \(bounds.upperBound) \(what) can be set.")
        }
        value = wanted
    }
}
