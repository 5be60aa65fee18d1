import Foundation

/// How far something is, as one line of a terminal.
struct ProgressLine {
    enum Unit { case rows, bytes, pages, entries }

    let title: String
    let unit: Unit
    let done: Int
    /// `nil` where it is not known: then there is no bar.
    let total: Int?
    let seconds: Double

    /// At most `width` columns. Without `blocks`, plain ASCII.
    func text(width: Int, blocks: Bool) -> String {
        guard let total, total > 0 else {
            return String("\(title)  \(amount(done))".prefix(width))
        }
        let part = min(1, max(0, Double(done) / Double(total)))
        let percent = "\(title) " + String(format: "%3d%%", Int(part * 100))
        // Of the same size all the time, whatever the words beside it need.
        let bar = width < 60 ? "" : " " + bar(part, min(40, width - 58), blocks)
        var line = percent + bar
        for words in words(total) {
            guard line.count + words.count <= width else { break }
            line += words
        }
        return String(line.prefix(width))
    }

    /// What follows the bar, the most needed first.
    private func words(_ total: Int) -> [String] {
        let counts = "  \(amount(done, bare: true)) of \(amount(total))"
        guard seconds >= 1, done > 0 else { return [counts] }
        let rate = Double(done) / seconds
        let left = done < total ? [", \(Self.time(Double(total - done) / rate)) left"] : []
        return [counts] + left + [", \(amount(Int(rate), bare: unit != .bytes))/s"]
    }

    private func amount(_ count: Int, bare: Bool = false) -> String {
        switch unit {
        case .bytes: return String(format: "%.1f", Double(count) / 1_048_576) + (bare ? "" : " MiB")
        case .rows: return "\(count)" + (bare ? "" : " rows")
        case .pages: return "\(count)" + (bare ? "" : " pages")
        case .entries: return "\(count)" + (bare ? "" : " entries")
        }
    }

    private func bar(_ part: Double, _ room: Int, _ blocks: Bool) -> String {
        guard blocks else {
            let full = Int(part * Double(room))
            return "[" + String(repeating: "#", count: full)
                + String(repeating: "-", count: room - full) + "]"
        }
        let eighths = Int(part * Double(room * 8))
        let full = eighths / 8
        let rest = eighths % 8
        let cells =
            String(repeating: "█", count: full)
            + (rest == 0 ? "" : String(Array("▏▎▍▌▋▊▉")[rest - 1]))
        return "▕" + cells + String(repeating: " ", count: room - cells.count) + "▏"
    }

    /// "8 s", "3 min", "2 h".
    private static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<90: "\(Int(seconds.rounded(.up))) s"
        case ..<5400: "\(Int((seconds / 60).rounded(.up))) min"
        case ..<360_000: "\(Int((seconds / 3600).rounded(.up))) h"
        default: "days"
        }
    }
}
