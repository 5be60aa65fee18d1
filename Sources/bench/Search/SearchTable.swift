import Foundation

/// A report as lines of at most 100 columns.
struct SearchTable {
    let report: SearchReport

    var text: String {
        var lines = [
            "\(report.items) items, seed \(report.seed), \(report.database)", building, floor, "",
        ]
        for viewer in Array(Set(report.rows.map(\.viewer))).sorted(by: >) {
            lines.append(header(viewer))
            lines += report.rows.filter { $0.viewer == viewer }.map(line) + [""]
        }
        return (lines + [publishing, memory, verdict]).joined(separator: "\n")
    }

    private var building: String {
        let building = report.building
        var facts =
            building.made == 0
            ? "built before"
            : "\(building.made) built in \(Self.number(building.seconds, 0)) s"
        if let bytes = building.bytes { facts += ", \(bytes >> 20) MiB on disk" }
        return facts
    }

    private var floor: String {
        "floor (GET /healthz): p50 \(Self.number(report.floor.p50)) ms, "
            + "p99 \(Self.number(report.floor.p99)) ms; it is part of each time below"
    }

    private func header(_ viewer: String) -> String {
        let names = ["p50", "p90", "p99", "max ms", "hits", "bar", ""]
        let shell = report.rows.contains { $0.shell != nil } ? ["shell", "p99", "ratio "] : []
        return Self.columns(viewer, names + shell)
    }

    private func line(_ row: SearchReport.Row) -> String {
        let times = row.times
        var cells = [times.p50, times.p90, times.p99, times.max].map { Self.number($0) }
        cells += [
            Self.number(row.hits, row.hits < 100 ? 1 : 0), Self.number(row.kind.bar, 0),
            verdict(row.isWithinBar),
        ]
        if let shell = row.shell {
            cells += [
                Self.number(shell.p50), Self.number(shell.p99),
                row.ratio.map { Self.number($0, 1) + ($0 > SearchReport.Bars.ratio ? "!" : " ") }
                    ?? "– ",
            ]
        }
        let line = Self.columns("  " + row.kind.rawValue, cells)
        guard row.kind == .typo else { return line }
        return line + "\n    asked back what was meant: \(Self.number(row.askedBack * 100, 0)) %"
    }

    private var publishing: String {
        let times = report.publishing
        return "publishing meanwhile: \(times.count) items, p50 \(Self.number(times.p50)) ms, "
            + "p99 \(Self.number(times.p99)) ms, max \(Self.number(times.max)) ms "
            + "(bar 5) \(verdict(times.p99 <= SearchReport.Bars.publishing))"
    }

    private var memory: String {
        guard let memory = report.memory else { return "memory of the server: not known" }
        return "memory of the server: \(Self.number(memory.now, 0)) MiB, at most "
            + "\(Self.number(memory.peak, 0)) MiB (bar 300) "
            + verdict(memory.peak <= SearchReport.Bars.memory)
    }

    private var verdict: String {
        guard report.isJudged else { return "No bars are set for this database." }
        let missed = report.missedBars
        return missed == 0 ? "Every bar holds." : "Bars missed: \(missed)."
    }

    private func verdict(_ isWithinBar: Bool) -> String {
        report.isJudged ? isWithinBar ? "ok" : "MISS" : ""
    }

    private static func columns(_ name: String, _ cells: [String]) -> String {
        let widths = [8, 8, 8, 9, 9, 5, 6, 8, 8, 7]
        return name.padding(toLength: 24, withPad: " ", startingAt: 0)
            + zip(cells, widths).map { cell, width in
                String(repeating: " ", count: max(1, width - cell.count)) + cell
            }.joined()
    }

    private static func number(_ value: Double, _ digits: Int = 2) -> String {
        String(format: "%.\(digits)f", value)
    }
}
