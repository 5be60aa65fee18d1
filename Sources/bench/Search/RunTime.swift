/// A line of the timer of SQLite's shell: `Run Time: real 0.001 user 0.000912 sys 0.000000`.
enum RunTime {
    /// Older shells tell real time in whole milliseconds and the processor's in microseconds, and
    /// a search in memory is all processor: the finer figure is taken unless the coarser one says
    /// that it waited for the disk.
    static func milliseconds(_ line: some StringProtocol) -> Double? {
        let words = line.split(separator: " ")
        guard words.count == 8, words.starts(with: ["Run", "Time:", "real"]),
            let real = Double(words[3]), let user = Double(words[5]), let system = Double(words[7])
        else { return nil }
        let isFine = words[3].drop { $0 != "." }.count > 4
        let processor = user + system
        return 1000 * (isFine || real - processor > 0.001 ? real : processor)
    }
}
