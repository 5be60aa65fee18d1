/// How far claims may be off before they say anything: what clean swarms were measured to do, and
/// more.
package struct EvidenceLimits: Hashable, Sendable {
    /// What is sent and not received, in hundredths of what is: 9 in a clean swarm, and up to 20
    /// where everybody asks everybody for the last blocks.
    package var sentPercent: Int64 = 120
    /// What is received and is no progress: blocks that came twice, pieces that failed.
    package var wastePercent: Int64 = 130
    /// Of the most that a client claims in an interval, in hundredths: what reports may be behind.
    package var lagPercent: Int64 = 50
    /// Bytes that nobody is asked about.
    package var trifle: Int64 = 16 << 20
    /// A line of 10 Gbit.
    package var bytesPerSecond: Int64 = 1_250_000_000
    /// Seconds that an announce may have been on its way, for what was sent to seem to have been
    /// sent in less time.
    package var delay: Int64 = Lateness.window
    /// In hundredths of the size: where a download stops being one download.
    package var downloadPercent: Int64 = 150
    /// Sessions of a swarm that are watched. Beyond, nobody's claims are held against receipts.
    package var sessions = 10_000
    /// Seconds of silence after which a session is forgotten.
    package var memory: Int64 = 86_400

    package init() {}
}
