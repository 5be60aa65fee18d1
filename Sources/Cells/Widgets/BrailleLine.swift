/// A line of a series in braille, two values and four steps to a cell, with a mark across at a value
/// that matters; the newest value is at the right.
package struct BrailleLine: Sendable {
    /// `nil` where there is nothing to say.
    package var values: [Double?]
    package var maximum: Double
    package var mark: Double?
    /// Below the mark, and from it on.
    package var low: Meaning
    package var high: Meaning

    package init(
        _ values: [Double?], maximum: Double, mark: Double? = nil, low: Meaning = .ratioPoor,
        high: Meaning = .ratioGood
    ) {
        self.values = values
        self.maximum = maximum
        self.mark = mark
        self.low = low
        self.high = high
    }

    /// Dots of the left and of the right column of a cell, lowest first (Unicode, braille patterns).
    private static let dots: [[UInt32]] = [[0x40, 0x04, 0x02, 0x01], [0x80, 0x20, 0x10, 0x08]]

    package func draw(on grid: inout Grid, in rect: Rect) {
        guard !rect.isEmpty, maximum > 0, maximum.isFinite else { return }
        if let row = mark.map({ self.row(of: level($0, rect), rect) }) {
            let line = Rect(x: rect.x, y: row, width: rect.width, height: 1)
            grid.fill(line, with: "┄", style: Style(.border))
        }
        let shown = Array(values.suffix(rect.width * 2))
        let padding = rect.width * 2 - shown.count
        func value(_ column: Int) -> Double? {
            column < padding ? nil : shown[column - padding]
        }
        for column in 0..<rect.width {
            var cells: [Int: UInt32] = [:]
            var last = 0.0
            for half in 0...1 {
                guard let value = value(2 * column + half), !value.isNaN else { continue }
                let level = level(value, rect)
                cells[level / 4, default: 0] |= Self.dots[half][level % 4]
                last = value
            }
            for (level, bits) in cells {
                guard let scalar = Unicode.Scalar(0x2800 + bits) else { continue }
                grid.write(
                    String(Character(scalar)),
                    at: Point(rect.x + column, rect.maxY - 1 - level),
                    style: Style(mark.map { last < $0 } ?? false ? low : high))
            }
        }
    }

    /// From 0 at the bottom.
    private func level(_ value: Double, _ rect: Rect) -> Int {
        let share = min(max(value / maximum, 0), 1)
        return min(rect.height * 4 - 1, Int((share * Double(rect.height * 4 - 1)).rounded()))
    }

    /// Of a level.
    private func row(of level: Int, _ rect: Rect) -> Int { rect.maxY - 1 - level / 4 }
}
