/// A horizontal bar in eighths of a cell, coloured along a gradient by position.
package struct ProgressBar: Sendable {
    package var share: Double
    package var gradient: Gradient
    /// A single colour in place of the gradient: paused, failed.
    package var meaning: Meaning?

    /// - Parameter share: from 0 to 1; anything else is brought there.
    package init(_ share: Double, gradient: Gradient = .progress, meaning: Meaning? = nil) {
        self.share = share.isNaN ? 0 : min(max(share, 0), 1)
        self.gradient = gradient
        self.meaning = meaning
    }

    private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// Draws in the first row of `rect`.
    package func draw(on grid: inout Grid, in rect: Rect) {
        guard rect.height > 0, rect.width > 0 else { return }
        // Rounded down: a bar is full only when all is there.
        let filled = Int(share * Double(rect.width * 8))
        for column in 0..<rect.width {
            let point = Point(rect.x + column, rect.y)
            let part = filled - column * 8
            let style = style(at: column, of: rect.width)
            if part >= 8 {
                grid.write("█", at: point, style: style)
            } else if part > 0 {
                grid.write(String(Self.eighths[part - 1]), at: point, style: style)
            } else {
                grid.write("·", at: point, style: Style(.meterTrack))
            }
        }
    }

    private func style(at column: Int, of width: Int) -> Style {
        if let meaning { return Style(meaning) }
        let place = Double(column) / Double(max(1, width - 1))
        return Style(foreground: .gradient(gradient, share: place))
    }
}
