/// The rows of the community's settings; the values are the session's.
package struct SettingsState: Equatable, Sendable {
    package enum Row: Int, CaseIterable, Hashable, Sendable {
        case registration, requiredRatio, graceBytes, announceInterval, downloadSlots
        case seedingHours, seedingRatio
    }

    package var cursor = ListCursor()
    package var failure: CommunityFailure?

    package init() {}

    package var current: Row? { Row(rawValue: cursor.index) }
}
