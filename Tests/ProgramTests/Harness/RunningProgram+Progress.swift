import API
import Foundation

/// A line of `enxame download --json`.
struct DownloadLine: Decodable {
    let state: String
    let done: Int64
    let size: Int64
}

extension RunningProgram {
    /// What `download --json` said so far.
    var progress: [DownloadLine] {
        output.split(separator: "\n").compactMap {
            try? WireCoding.decode(DownloadLine.self, from: Data($0.utf8))
        }
    }

    /// Bytes verified, by the last line.
    var done: Int64 { progress.last?.done ?? 0 }
}
