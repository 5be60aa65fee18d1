/// What a run of `bench search` found.
struct SearchReport: Codable, Sendable {
    struct Row: Codable, Sendable {
        let viewer: String
        let kind: SearchCase
        let times: Percentiles
        /// On average.
        let hits: Double
        /// The share of searches that were asked back what was meant.
        let askedBack: Double
        /// The same searches in SQLite's own shell.
        var shell: Percentiles?

        var isWithinBar: Bool { times.p99 <= kind.bar }
        /// How many times the shell's median ours is.
        var ratio: Double? {
            shell.flatMap { $0.p50 > 0 ? times.p50 / $0.p50 : nil }
        }
    }

    struct Building: Codable, Sendable {
        /// Entries made by this run; the others were there.
        let made: Int
        let seconds: Double
        /// Of the database file, where it is one.
        let bytes: Int64?
    }

    enum Bars {
        static let publishing = 5.0
        /// Megabytes.
        static let memory = 300.0
        static let ratio = 2.0
    }

    let items: Int
    let seed: UInt64
    let database: String
    /// Whether the bars are meant for this database: on MySQL figures are only reported.
    let isJudged: Bool
    let building: Building
    /// `GET /healthz` over the same connection: what the way there and back costs.
    let floor: Percentiles
    var rows: [Row]
    let publishing: Percentiles
    let memory: ServerMemory?

    var missedBars: Int {
        guard isJudged else { return 0 }
        return rows.count { !$0.isWithinBar } + rows.count { ($0.ratio ?? 0) > Bars.ratio }
            + (publishing.p99 > Bars.publishing ? 1 : 0)
            + ((memory?.peak ?? 0) > Bars.memory ? 1 : 0)
    }
}
