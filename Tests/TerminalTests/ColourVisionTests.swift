import Cells
import Foundation
import Testing

/// The themes made for those who see some colours alike keep apart what must not be confused.
@Suite struct ColourVisionTests {
    /// How eyes without one of the three kinds of cones see linear RGB (Machado, Oliveira and
    /// Fernandes 2009, severity 1).
    enum Eyes: String, CaseIterable {
        case deuteranopia, tritanopia

        var rows: [[Double]] {
            switch self {
            case .deuteranopia:
                [
                    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                    [-0.011820, 0.042940, 0.968881],
                ]
            case .tritanopia:
                [
                    [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                    [0.004733, 0.691367, 0.303900],
                ]
            }
        }
    }

    /// In CIE 1976 L*a*b* a difference of 20 is one that nobody overlooks.
    private static let plain = 20.0

    @Test("states and directions differ for the eyes that a theme is for", arguments: Eyes.allCases)
    func apart(eyes: Eyes) throws {
        let path = URL(filePath: #filePath)
            .appending(path: "../../../Themes/\(eyes.rawValue).theme").standardized
        let theme = Theme.reading(
            try String(contentsOf: path, encoding: .utf8), name: eyes.rawValue
        ).theme
        for group in [[Meaning.good, .warning, .bad], [.download, .upload], [.text, .accent]] {
            for (index, one) in group.enumerated() {
                for other in group[(index + 1)...] {
                    let a = Self.seen(try #require(theme.colour(.meaning(one))), eyes)
                    let b = Self.seen(try #require(theme.colour(.meaning(other))), eyes)
                    let difference = sqrt(zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
                    #expect(difference >= Self.plain, "\(one) and \(other)")
                }
            }
        }
    }

    @Test("without such a theme they would not: the rule can fail")
    func rule() throws {
        let good = Self.seen(
            try #require(Theme.builtIn.colour(.meaning(.good))), .deuteranopia)
        let bad = Self.seen(try #require(Theme.builtIn.colour(.meaning(.bad))), .deuteranopia)
        let difference = sqrt(zip(good, bad).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
        #expect(difference < Self.plain)
    }

    /// L*, a* and b* of a colour as such eyes see it.
    private static func seen(_ colour: RGB, _ eyes: Eyes) -> [Double] {
        let linear = [colour.red, colour.green, colour.blue].map { value in
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        let rgb = eyes.rows.map { row in
            min(1, max(0, zip(row, linear).map(*).reduce(0, +)))
        }
        let white = [0.9505, 1, 1.089]
        let rows = [
            [0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505],
        ]
        let (x, y, z) = (share(0), share(1), share(2))
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)]

        func share(_ axis: Int) -> Double {
            let value = zip(rows[axis], rgb).map(*).reduce(0, +) / white[axis]
            return value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116
        }
    }
}
