import Domain

extension Endpoints {
    package static let settings = Endpoint<Nothing, Nothing, SettingsBody>(
        .get, "/settings", .signedIn, "The community's settings")
    package static let changeSettings = Endpoint<Nothing, SettingsPatch, SettingsBody>(
        .patch, "/settings", .permission(.settingsManage), "Change settings")
    package static let audit = Endpoint<PageQuery, Nothing, Page<AuditBody>>(
        .get, "/audit", .permission(.auditRead), "Who did what to whom, newest first")
    /// Answers `text/event-stream`, not JSON; each event is a `CommunityEvent`.
    package static let events = Endpoint<Nothing, Nothing, Nothing>(
        .get, "/events", .signedIn, "What happens, as far as the caller may see it, live")
}
