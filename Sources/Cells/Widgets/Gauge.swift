/// A scale from 0 to a maximum with a bar on it and signs under it: `0 ▕███▎···▏ 2.0`.
package struct Gauge: Sendable {
    package struct Mark: Hashable, Sendable {
        package let value: Double
        package let label: String

        package init(_ value: Double, _ label: String) {
            self.value = value
            self.label = label
        }
    }

    package var value: Double
    package var maximum: Double
    package var maximumLabel: String
    package var marks: [Mark]
    package var gradient: Gradient

    package init(
        _ value: Double, of maximum: Double, maximumLabel: String, marks: [Mark] = [],
        gradient: Gradient = .ratio
    ) {
        self.value = value
        self.maximum = maximum
        self.maximumLabel = maximumLabel
        self.marks = marks
        self.gradient = gradient
    }

    /// Draws the scale in the first row of `rect` and the marks in the second, when there is one.
    package func draw(on grid: inout Grid, in rect: Rect) {
        let room = rect.width - maximumLabel.columns - 5
        guard room > 0 else { return }
        grid.write("0 ▕", at: rect.origin, style: .dim, maxWidth: rect.height > 0 ? .max : 0)
        let bar = Rect(x: rect.x + 3, y: rect.y, width: room, height: min(1, rect.height))
        ProgressBar(share(of: value), gradient: gradient).draw(on: &grid, in: bar)
        if rect.height > 0 {
            grid.write("▏ \(maximumLabel)", at: Point(bar.maxX, rect.y), style: .dim)
        }
        if rect.height > 1 { drawMarks(on: &grid, in: rect, bar: bar) }
    }

    /// From left to right, each sign under its value; a mark without room is left out.
    private func drawMarks(on grid: inout Grid, in rect: Rect, bar: Rect) {
        var free = rect.x
        for mark in marks.sorted(by: { $0.value < $1.value }) {
            let place =
                bar.x + min(bar.width - 1, Int(share(of: mark.value) * Double(bar.width)))
            let columns = mark.label.columns + 2
            let isAtTheRight = place + columns <= rect.maxX
            let start = isAtTheRight ? place : place + 1 - columns
            guard start >= free else { continue }
            grid.write(
                isAtTheRight ? "▲ \(mark.label)" : "\(mark.label) ▲",
                at: Point(start, rect.y + 1), style: Style(.graphText))
            free = start + columns + 1
        }
    }

    private func share(of value: Double) -> Double {
        guard maximum > 0, value.isFinite else { return value == .infinity ? 1 : 0 }
        return min(max(value / maximum, 0), 1)
    }
}
