/// A filled graph of a series in braille, two values and four steps to a cell; the newest value is
/// at the right, and the colour follows the height.
package struct BrailleGraph: Sendable {
    package enum Growth: Hashable, Sendable {
        case up
        /// From the top downwards, for the lower half of a mirrored pair.
        case down
    }

    package var values: [Double]
    package var maximum: Double?
    package var gradient: Gradient
    package var growth: Growth

    /// - Parameters:
    ///   - values: oldest first; negative and non-numbers count as nothing.
    ///   - maximum: what fills the height; the largest value shown when `nil`.
    package init(
        _ values: [Double], maximum: Double? = nil, gradient: Gradient, growth: Growth = .up
    ) {
        self.values = values
        self.maximum = maximum
        self.gradient = gradient
        self.growth = growth
    }

    /// Dots of the left and of the right column of a cell, lowest first (Unicode, braille patterns).
    private static let left: [UInt32] = [0x40, 0x04, 0x02, 0x01]
    private static let right: [UInt32] = [0x80, 0x20, 0x10, 0x08]

    package func draw(on grid: inout Grid, in rect: Rect) {
        guard !rect.isEmpty else { return }
        let shown = values.suffix(rect.width * 2)
        let heights = heights(of: shown, steps: rect.height * 4)
        let padding = rect.width * 2 - heights.count
        func height(_ column: Int) -> Int { column < padding ? 0 : heights[column - padding] }

        for column in 0..<rect.width {
            for level in 0..<rect.height {
                let bits =
                    dots(height(2 * column) - 4 * level, Self.left)
                    | dots(height(2 * column + 1) - 4 * level, Self.right)
                guard bits > 0, let scalar = Unicode.Scalar(0x2800 + bits) else { continue }
                let row = growth == .up ? rect.maxY - 1 - level : rect.y + level
                let share = rect.height == 1 ? 0.5 : Double(level) / Double(rect.height - 1)
                grid.write(
                    String(Character(scalar)), at: Point(rect.x + column, row),
                    style: Style(foreground: .gradient(gradient, share: share)))
            }
        }
    }

    private func heights(of shown: ArraySlice<Double>, steps: Int) -> [Int] {
        let sound = shown.map { $0.isFinite && $0 > 0 ? $0 : 0 }
        let top = maximum ?? sound.max() ?? 0
        guard top > 0, top.isFinite else { return sound.map { _ in 0 } }
        // Whatever is more than nothing shows as at least one dot.
        return sound.map { $0 == 0 ? 0 : max(1, Int((min($0 / top, 1) * Double(steps)).rounded())) }
    }

    private func dots(_ count: Int, _ column: [UInt32]) -> UInt32 {
        let bounded = min(max(count, 0), 4)
        let lit = growth == .up ? column.prefix(bounded) : column.suffix(bounded)
        return lit.reduce(0, |)
    }
}
