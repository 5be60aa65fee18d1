/// What the screen came to, beside its bars and beside others.
struct ScreenReport: Sendable {
    struct Quiet: Sendable {
        let seconds: Double
        /// Seconds of processor time.
        let processor: Double
        let bytes: Int
        let memory: ServerMemory?
        /// Seconds from the key to the last row of all, page after page.
        let toTheEnd: Double

        /// Of one core, in hundredths.
        var percent: Double { processor / seconds * 100 }
    }

    struct Other: Sendable {
        let name: String
        let times: KeyTimes
        let memory: ServerMemory?
    }

    /// The bars of a screen that feels like a tool.
    enum Bar {
        static let frame = 8.0
        static let key = 16.0
        static let idlePercent = 0.5
        static let idleBytes = 0
        static let memory = 60.0
        static let firstPaint = 80.0
    }

    let entries: Int
    let transfers: Int
    let changing: Int
    let catalog: KeyTimes
    let torrents: KeyTimes
    let frames: FrameLog
    let memory: ServerMemory?
    let quiet: Quiet
    /// `nil` where the real program is not there to be started.
    let firstPaint: Percentiles?
    let others: [Other]

    private var keys: [Double] { catalog.last + torrents.last }

    var isGood: Bool { verdicts.allSatisfy(\.isMet) }

    struct Verdict: Sendable {
        let words: String
        let isMet: Bool
    }

    var verdicts: [Verdict] {
        let key = Percentiles(milliseconds: keys).p99
        let most = max(memory?.peak ?? 0, quiet.memory?.peak ?? 0)
        return [
            Verdict(
                words: "frame p99 \(two(frames.times.p99)) ms of processor time (bar 8)",
                isMet: frames.times.p99 <= Bar.frame),
            Verdict(words: "key to screen p99 \(two(key)) ms (bar 16)", isMet: key <= Bar.key),
            Verdict(
                words: "idle \(two(quiet.percent)) % of a core (bar 0.5)",
                isMet: quiet.percent <= Bar.idlePercent),
            Verdict(
                words: "idle \(quiet.bytes) bytes (bar 0)", isMet: quiet.bytes <= Bar.idleBytes),
            Verdict(words: "memory at most \(two(most)) MB (bar 60)", isMet: most <= Bar.memory),
            firstPaint.map {
                Verdict(
                    words: "first paint p50 \(two($0.p50)) ms, at most \(two($0.max)) (bar 80)",
                    isMet: $0.max <= Bar.firstPaint)
            } ?? Verdict(words: "first paint not measured: build enxame", isMet: false),
        ]
    }

    var text: String {
        let head =
            "screen: \(entries) entries, \(transfers) transfers, \(changing) changing a second, "
            + "\(TerminalProgram.size.columns)×\(TerminalProgram.size.rows)"
        let times = frames.times
        let sizes = frames.sizes
        let lines = [
            head,
            "  frames: \(times.count), processor p50 \(two(times.p50)) ms, p99 \(two(times.p99)) ms, "
                + "at most \(two(times.max)); bytes p50 \(Int(sizes.p50)), p99 \(Int(sizes.p99))",
            line("enxame, catalog", catalog, memory), line("enxame, transfers", torrents, memory),
            "  from the first entry to the last: \(two(quiet.toTheEnd)) s"
                + (quiet.memory.map { ", then \(two($0.now)) MB" } ?? ""),
        ]
        return
            (lines + others.map { line($0.name, $0.times, $0.memory) }
            + verdicts.map { ($0.isMet ? "  " : "  MISSED ") + $0.words }).joined(separator: "\n")
    }

    private func line(_ name: String, _ keys: KeyTimes, _ memory: ServerMemory?) -> String {
        let first = Percentiles(milliseconds: keys.first)
        let last = Percentiles(milliseconds: keys.last)
        return "  \(name): key to first bytes p50 \(two(first.p50)) ms, p99 \(two(first.p99)); "
            + "to the last p50 \(two(last.p50)), p99 \(two(last.p99)); "
            + "\(two(keys.cost)) ms of processor time and \(keys.size) bytes a key, "
            + "\(keys.silent) of \(keys.keys) without an answer"
            + (memory.map { ", \(two($0.now)) MB" } ?? "")
    }

    private func two(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}
