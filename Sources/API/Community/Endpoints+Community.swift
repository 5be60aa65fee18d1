import Domain

extension Endpoints {
    package static let settings = Endpoint<Nothing, Nothing, SettingsBody>(
        .get, "/settings", .signedIn, "The community's settings")
    package static let changeSettings = Endpoint<Nothing, SettingsPatch, SettingsBody>(
        .patch, "/settings", .permission(.settingsManage),
        refusals: [
            .invalid(
                "required_ratio", "grace_bytes", "announce_interval", "requests_per_second",
                "request_burst",
                "max_torrent_bytes", "download_slots", "seeding_hours", "seeding_ratio_percent")
        ], "Change settings")
    package static let audit = Endpoint<AuditQuery, Nothing, Page<AuditBody>>(
        .get, "/audit", .permission(.auditRead), "Who did what to whom, newest first")
    /// The `event:` line of each is its `kind`, the `data:` line the whole of it.
    package static let events = Endpoint<Nothing, Nothing, CommunityEvent>(
        .get, "/events", .signedIn, media: .events,
        "What happens, as far as the caller may see it, live")

    package static let communityGroup = EndpointGroup(
        "Community", "Settings, the audit log, and what happens.",
        [settings, changeSettings, audit, events])
}
