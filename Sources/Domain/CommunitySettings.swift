/// What SuperAdmin can change while the server runs.
package struct CommunitySettings: Hashable, Sendable {
    package enum Registration: String, CaseIterable, Codable, Sendable {
        case closed, open
    }

    package var registration: Registration
    /// Bytes up over bytes down that a member owes; 0 asks for nothing.
    package var requiredRatio: Double
    /// Bytes down before the required ratio applies.
    package var graceBytes: ByteCount
    /// Seconds between two announces of a client, 5 to 86,400.
    package var announceInterval: Int

    package init(
        registration: Registration, requiredRatio: Double, graceBytes: ByteCount,
        announceInterval: Int
    ) {
        self.registration = registration
        self.requiredRatio = requiredRatio
        self.graceBytes = graceBytes
        self.announceInterval = announceInterval
    }

    package static let initial = CommunitySettings(
        registration: .closed, requiredRatio: 0.6,
        graceBytes: ByteCount(clamping: 5 << 30), announceInterval: 1800)

    package static let announceIntervals = 5...86_400
    package static let requiredRatios = 0.0...100.0
}
