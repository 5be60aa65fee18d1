import Cells
import Foundation
import Testing

@testable import Terminal

/// Every text of every theme can be read, at every depth, on everything that it may stand on.
@Suite struct LegibilityTests {
    private static let folder = URL(filePath: #filePath).appending(path: "../../../Themes")
        .standardized
    private static let depths: [ColourDepth] = [.direct, .indexed, .sixteen, .eight]
    private static let grounds: [Meaning?] = [
        nil, .background, .rowSelected, .rowSelectedUnfocused, .rowMarked,
    ]

    private static func themes() throws -> [Theme] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".theme") }.sorted()
            .map { name in
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                return Theme.reading(text, name: String(name.dropLast(6))).theme
            }
    }

    /// What is seen of a look: xterm's colours for the first sixteen, and bold is bright where there
    /// are eight.
    private static func seen(_ number: Int32, _ depth: ColourDepth, isBold: Bool, own: RGB) -> RGB {
        guard number >= 0 else { return own }
        return switch depth {
        case .direct: RGB(hex: UInt32(number))
        case .eight: RGB.sixteen[Int(number) + (isBold ? 8 : 0)]
        case .indexed, .sixteen, .mono: IndexedPalette.colour(of: number)
        }
    }

    @Test("there are seven themes and more")
    func count() throws { #expect(try Self.themes().count >= 7) }

    @Test("texts have a contrast of 4.5 to 1 on every ground, at every depth")
    func contrast() throws {
        for theme in try Self.themes() {
            for depth in Self.depths {
                for ground in Self.grounds {
                    for text in Meaning.allCases where text.isText {
                        let look = Look(Style(text, on: ground), theme: theme, depth: depth)
                        // With few colours the ground is the terminal's own: black, as its text is grey.
                        let hasFew = depth == .sixteen || depth == .eight
                        let own = hasFew ? RGB(0, 0, 0) : Look.ground(of: theme)
                        let front = Self.seen(
                            look.foreground, depth, isBold: look.traits.contains(.bold),
                            own: RGB(0xE5, 0xE5, 0xE5))
                        let back = Self.seen(look.background, depth, isBold: false, own: own)
                        #expect(
                            Contrast.between(front, back) >= Contrast.legible,
                            "\(theme.name), \(depth): \(text) on \(String(describing: ground))")
                    }
                }
            }
        }
    }

    @Test("on its own ground each theme says what can be read by itself")
    func asWritten() throws {
        for theme in try Self.themes() {
            for text in Meaning.allCases where text.isText && text != .rowSelectedText {
                let colour = try #require(theme.colour(.meaning(text)))
                #expect(
                    Contrast.between(colour, Look.ground(of: theme)) >= Contrast.legible,
                    "\(theme.name): \(text)")
            }
        }
    }

    @Test("a theme whose texts nobody could read is mended")
    func mended() {
        let theme = Theme.reading(
            """
            theme[main_bg]="#202020"
            theme[main_fg]="#303030"
            theme[hi_fg]="#1c1c1c"
            theme[selected_bg]="#e0e0e0"
            """, name: "dark"
        ).theme
        for depth in [ColourDepth.direct, .indexed] {
            let look = Look(Style(.text), theme: theme, depth: depth)
            let front = Self.seen(look.foreground, depth, isBold: false, own: RGB(0, 0, 0))
            #expect(Contrast.between(front, RGB(hex: 0x202020)) >= Contrast.legible)
        }
        // A line is not read.
        let line = Look(Style(.borderFocused), theme: theme, depth: .direct)
        #expect(line.foreground == 0x1C1C1C)
    }

    @Test("contrast is WCAG's")
    func known() {
        #expect(abs(Contrast.between(RGB(0, 0, 0), RGB(255, 255, 255)) - 21) < 0.001)
        #expect(abs(Contrast.between(RGB(hex: 0x777777), RGB(255, 255, 255)) - 4.48) < 0.01)
        #expect(abs(Contrast.between(RGB(255, 0, 0), RGB(0, 0, 0)) - 5.25) < 0.01)
        #expect(Contrast.isDark(RGB(hex: 0x1E1E1E)) && !Contrast.isDark(RGB(hex: 0xF6F3EC)))
    }
}
