import Cells
import Client
import Domain
import Foundation

/// Long work on one line that is drawn over itself; a line each tenth where nobody watches.
final class ProgressLine {
    private let title: String
    private let figures = Figures(.english)
    private let isTerminal = Console.isErrorTerminal
    private var shownTenth = -1
    private var isOpen = false

    init(_ title: String) { self.title = title.cleanedForScreen }

    /// - Parameters:
    ///   - share: 0 … 1.
    ///   - facts: what stands behind the bar, such as rate, time left and peers.
    func show(_ share: Double, _ facts: [String]) {
        guard isTerminal else {
            let tenth = Int(share * 10)
            guard tenth > shownTenth else { return }
            shownTenth = tenth
            return Console.error("\(title): \(figures.percent(share))")
        }
        let tail = ([figures.percent(share).fitted(to: 4, alignment: .right)] + facts)
            .joined(separator: "  ")
        let room = max(20, Console.width - tail.columns - 4)
        let name = title.fitted(to: min(title.columns, room / 2))
        let bar = bar(share, width: max(8, room - name.columns))
        Console.aside("\r\(name) \(bar)  \(tail)\u{1B}[K")
        isOpen = true
    }

    /// Leaves the line as it stands and goes to the next.
    func finish() {
        if isOpen { Console.aside("\n") }
        isOpen = false
    }

    private func bar(_ share: Double, width: Int) -> String {
        let eighths = Int(min(1, max(0, share)) * Double(width * 8))
        let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        let full = String(repeating: "█", count: eighths / 8) + partial
        return full + String(repeating: "·", count: max(0, width - full.columns))
    }
}

extension Transfer {
    /// Rate, time left and peers, in columns that do not jump.
    func facts(_ figures: Figures) -> [String] {
        let left = secondsLeft.map { figures.duration($0) } ?? "–"
        return [
            "\(figures.compact(downloadRate))/s".fitted(to: 7, alignment: .right),
            left.fitted(to: 6, alignment: .right), "⇄ \(peers)",
        ]
    }
}
