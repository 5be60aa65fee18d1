/// What SuperAdmin can change while the server runs.
package struct CommunitySettings: Hashable, Sendable {
    package enum Registration: String, CaseIterable, Codable, Sendable {
        /// `invite`: with the code of an invitation, which a member made.
        case closed, open, invite
    }

    package var registration: Registration
    /// Bytes up over bytes down that a member owes; 0 asks for nothing.
    package var requiredRatio: Double
    /// Bytes down before the required ratio applies.
    package var graceBytes: ByteCount
    /// Seconds between two announces of a client, 5 to 86,400.
    package var announceInterval: Int
    /// Whether uploads wait for approval, but of those who publish unmoderated.
    package var approvalRequired: Bool
    /// What one caller may ask in a second on and on, and at once after a rest.
    package var requestsPerSecond: Int
    package var requestBurst: Int
    /// The largest .torrent file that is taken.
    package var maxTorrentBytes: Int
    /// Torrents that a member downloads at once; 0 is as many as they like.
    package var downloadSlots: Int
    /// How long whoever took a torrent seeds it; 0 asks for nothing.
    package var seedingHours: Int
    /// Bytes up over bytes down of one torrent, in hundredths, that do as well; 0 where nothing but
    /// time does.
    package var seedingRatioPercent: Int

    package init(
        registration: Registration, requiredRatio: Double, graceBytes: ByteCount,
        announceInterval: Int, approvalRequired: Bool = true, requestsPerSecond: Int = 50,
        requestBurst: Int = 300, maxTorrentBytes: Int = 10 << 20, downloadSlots: Int = 0,
        seedingHours: Int = 0, seedingRatioPercent: Int = 0
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

    package static let initial = CommunitySettings(
        registration: .closed, requiredRatio: 0.6,
        graceBytes: ByteCount(clamping: 5 << 30), announceInterval: 1800)

    package static let announceIntervals = 5...86_400
    package static let requiredRatios = 0.0...100.0
    /// A petabyte of grace is none.
    package static let mostGrace = ByteCount(clamping: 1 << 50)
    /// Below, our own client could not work, and nobody could raise them again.
    package static let requestRates = 5...100_000
    package static let requestBursts = 20...1_000_000
    package static let torrentSizes = 16 << 10...10 << 20
    package static let slotCounts = 0...10_000
    /// Ten years.
    package static let seedingTimes = 0...87_600
    package static let seedingRatios = 0...10_000
}
