/// What a run of announces came to.
struct TrackerReport: Sendable {
    struct Side: Sendable {
        let tally: AnnounceTally
        /// By every session over its life.
        let claimed: MovedBytes
        let seconds: Double
        let processor: Double
        /// Megabytes.
        let memory: Double
        /// Seconds within which 99 of 100 commits were; `nil` for who commits nothing.
        var lag: Double?

        var rate: Double { Double(tally.announces - tally.failures) / seconds }
        /// Microseconds of processor time.
        var cost: Double { processor * 1e6 / Double(max(1, tally.announces)) }
        var times: Percentiles { Percentiles(milliseconds: tally.milliseconds) }
    }

    let wire: TrackerCommand.Wire
    let crowd: Crowd
    let ours: Side
    let theirs: Side
    /// Bytes up and down that were announced and not credited, and totals that break the ledger.
    let missing: (up: Int64, down: Int64, breaks: Int)

    private var rateBar: Double { wire == .udp ? 1.1 : 1.2 }

    private var isExact: Bool { missing.up == 0 && missing.down == 0 && missing.breaks == 0 }

    var isGood: Bool {
        isExact && (ours.lag ?? 0) <= 0.25 && ours.rate >= theirs.rate * rateBar
            && (wire == .udp || ours.cost <= theirs.cost * 0.7)
    }

    var text: String {
        let head = "\(wire.rawValue): \(crowd.torrents) torrents × \(crowd.peers) peers"
        return [
            head,
            line("enxame", ours), line("opentracker", theirs),
            "rate ×\(two(ours.rate / theirs.rate)) (bar \(rateBar)), processor per announce "
                + "×\(two(ours.cost / theirs.cost))" + (wire == .udp ? "" : " (bar 0.7)"),
            isExact
                ? "every byte that was announced is credited: \(ours.claimed.up) up, "
                    + "\(ours.claimed.down) down"
                : "MISSING: \(missing.up) up, \(missing.down) down, \(missing.breaks) broken totals",
        ].joined(separator: "\n")
    }

    private func line(_ name: String, _ side: Side) -> String {
        let times = side.times
        return "  \(name): \(Int(side.rate)) announces/s, \(two(side.cost)) µs each, "
            + "p50 \(two(times.p50)) ms, p99 \(two(times.p99)) ms, "
            + "\(side.tally.failures) failed, \(two(side.memory)) MB"
            + (side.lag.map { ", commit lag p99 <= \(Int($0 * 1000)) ms (bar 250)" } ?? "")
    }

    private func two(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}
