internal import Cells
import Foundation

/// How well a text can be read on its ground: contrast as WCAG 2.2 defines it, from 1 to 21.
enum Contrast {
    /// What WCAG asks of text at level AA.
    static let legible = 4.5
    /// From here on a ground is nearer to white than to black.
    private static let middle = 0.179
    private static let steps = 24

    static func between(_ one: RGB, _ other: RGB) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    static func isDark(_ colour: RGB) -> Bool { luminance(colour) < middle }

    /// The colour, or the nearest to it on the way to white or black that can be read.
    ///
    /// - Parameter shown: which colour the terminal shows for one.
    static func legible(
        _ colour: RGB, on ground: RGB, shown: (RGB) -> RGB = { $0 }
    ) -> RGB {
        let end = isDark(ground) ? RGB(255, 255, 255) : RGB(0, 0, 0)
        for step in 0..<steps {
            let candidate = colour.blended(with: end, step: step, of: steps)
            if between(shown(candidate), ground) >= legible { return candidate }
        }
        return end
    }

    /// Relative luminance, from 0 to 1.
    private static func luminance(_ colour: RGB) -> Double {
        0.2126 * light[Int(colour.red)] + 0.7152 * light[Int(colour.green)]
            + 0.0722 * light[Int(colour.blue)]
    }

    /// The light of each of sRGB's values.
    private static let light: [Double] = (0...255).map { value in
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}
