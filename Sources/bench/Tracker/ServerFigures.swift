import Foundation

/// What `enxamed` says of itself on `/metrics`.
struct ServerFigures {
    /// Sessions and batches that wait for the disk, or for their rows.
    let waiting: Int
    /// Commits by how long the oldest announce in them had waited: all up to each bound, in seconds.
    let lags: [(bound: Double, count: Int)]

    init(port: UInt16) throws {
        let answer = try HTTPConnection(port: port).send("GET", "/metrics")
        self.init(String(decoding: answer.body, as: UTF8.self))
    }

    init(_ page: String) {
        var (waiting, lags): (Int, [(Double, Int)]) = (0, [])
        for line in page.split(separator: "\n") where !line.hasPrefix("#") {
            guard let space = line.lastIndex(of: " "),
                let value = Double(line[line.index(after: space)...])
            else { continue }
            let name = line[..<space]
            if name == "enxame_ledger_queue" || name == "enxame_ledger_journal_bytes" {
                waiting += Int(value)
            }
            let bucket = "enxame_ledger_commit_lag_seconds_bucket{le=\""
            if name.hasPrefix(bucket) {
                let bound = name.dropFirst(bucket.count).dropLast(2)
                lags.append((bound == "+Inf" ? .infinity : Double(bound) ?? 0, Int(value)))
            }
        }
        (self.waiting, self.lags) = (waiting, lags)
    }

    /// Seconds within which 99 of 100 commits since `earlier` were, to the bound above.
    func lag99(since earlier: ServerFigures) -> Double {
        let counts = zip(lags, earlier.lags).map { ($0.bound, $0.count - $1.count) }
        let all = counts.last?.1 ?? 0
        return counts.first { $0.1 * 100 >= all * 99 }?.0 ?? 0
    }
}
