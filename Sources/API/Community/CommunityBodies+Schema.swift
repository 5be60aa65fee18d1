import Domain

extension SettingsBody: Described {
    package static let schema = Schema.object(
        .field("registration", .registration), .field("required_ratio", .requiredRatio),
        .field("grace_bytes", .graceBytes), .field("announce_interval", .announceInterval),
        .field("approval_required", .approvalRequired),
        .field("requests_per_second", .requestsPerSecond),
        .field("request_burst", .requestBurst), .field("max_torrent_bytes", .maxTorrentBytes),
        .field("download_slots", .downloadSlots), .field("seeding_hours", .seedingHours),
        .field("seeding_ratio_percent", .seedingRatioPercent))
    package static let example = SettingsBody(.initial)
}

extension SettingsPatch: Described {
    package static let schema = Schema.object(
        .optional("registration", .registration), .optional("required_ratio", .requiredRatio),
        .optional("grace_bytes", .graceBytes), .optional("announce_interval", .announceInterval),
        .optional("approval_required", .approvalRequired),
        .optional("requests_per_second", .requestsPerSecond),
        .optional("request_burst", .requestBurst),
        .optional("max_torrent_bytes", .maxTorrentBytes),
        .optional("download_slots", .downloadSlots), .optional("seeding_hours", .seedingHours),
        .optional("seeding_ratio_percent", .seedingRatioPercent))
    package static let example = SettingsPatch(
        registration: .open, requiredRatio: 0.8, graceBytes: ByteCount(clamping: 5_368_709_120),
        announceInterval: 1800, approvalRequired: true, requestsPerSecond: 50, requestBurst: 300,
        maxTorrentBytes: 10 << 20, downloadSlots: 5, seedingHours: 72, seedingRatioPercent: 100)
}

extension AuditBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("at", .timestamp), .field("actor", .words),
        .field("act", .words, "What was done"), .field("subject", .words, "To whom or what"),
        .optional("reason", .words), .optional("before", .words), .optional("after", .words),
        .optional("address", .words, "Where the request came from"))
    package static let example = AuditBody(
        id: 9, at: Timestamp(seconds: 1_790_000_000), actor: "admin", act: "user.role_changed",
        subject: "user ana", reason: "She asked for it", before: "Member", after: "Supervisor",
        address: "192.0.2.7")
}

extension CommunityEvent: Described {
    package static let schema = Schema.object(
        .field("kind", .choice(of: Kind.self)), .optional("catalog_id", .id),
        .optional("user_id", .id), .optional("title", .words), .optional("reason", .words),
        .optional("stats", .body(StatsBody.self)))
    package static let example = CommunityEvent(
        kind: .catalogApproved, catalogId: CatalogID(42), userId: UserID(7),
        title: "Relatório de Segurança", reason: "The scan is unreadable", stats: .example)
}

extension Schema {
    fileprivate static let registration = choice(of: CommunitySettings.Registration.self)
    static let requiredRatio = explained(
        .number(CommunitySettings.requiredRatios), "Bytes up over bytes down that a member owes")
    static let graceBytes = explained(
        .integer(0...CommunitySettings.mostGrace.bytes),
        "Bytes down before the required ratio applies")
    fileprivate static let announceInterval = explained(
        .integer(
            Int64(
                CommunitySettings.announceIntervals.lowerBound)...Int64(
                    CommunitySettings.announceIntervals.upperBound)),
        "Seconds between two announces of a client")
    fileprivate static let approvalRequired = explained(
        .boolean, "Whether staff approves what is published")
    fileprivate static let requestsPerSecond = explained(
        whole(CommunitySettings.requestRates), "Requests a caller may send in the long run")
    fileprivate static let requestBurst = explained(
        whole(CommunitySettings.requestBursts), "Requests a caller may send at once")
    fileprivate static let maxTorrentBytes = explained(
        whole(CommunitySettings.torrentSizes), "How large a .torrent may be")
    static let downloadSlots = explained(
        whole(CommunitySettings.slotCounts),
        "Torrents that a member downloads at once; 0 is as many as they like")
    fileprivate static let seedingHours = explained(
        whole(CommunitySettings.seedingTimes),
        "How long whoever took a torrent seeds it; 0 asks for nothing")
    fileprivate static let seedingRatioPercent = explained(
        whole(CommunitySettings.seedingRatios),
        "Bytes up over bytes down of one torrent, in hundredths, that do as well; 0: only time does"
    )

    private static func whole(_ range: ClosedRange<Int>) -> Schema {
        .integer(Int64(range.lowerBound)...Int64(range.upperBound))
    }
}
