import Cells
import Testing

@testable import Terminal

@Suite struct LookTests {
    private let theme = Theme.reading(
        """
        theme[main_bg]="#000003"
        theme[main_fg]="#ffffff"
        theme[hi_fg]="#ff8700"
        theme[selected_bg]="#303030"
        """, name: "test"
    ).theme

    @Test("direct colours are the theme's own, but never a number that means the palette")
    func direct() {
        let look = Look(Style(.accent), theme: theme, depth: .direct)
        #expect(look.foreground == 0xFF8700)
        #expect(look.background == 8)
        #expect(Look(Style(.accent), theme: .builtIn, depth: .direct).background == -1)
    }

    @Test(
        "256 colours take the nearest of the cube or of the greys",
        arguments: [
            (0xFF8700, 208), (0x303030, 236), (0x000000, 16), (0xFFFFFF, 231), (0x5F87AF, 67),
            (0x080808, 232), (0xEEEEEE, 255), (0x7C8088, 244),
        ])
    func indexed(colour: Int, index: Int) {
        #expect(IndexedPalette.index(of: RGB(hex: UInt32(colour))) == Int32(index))
    }

    @Test("eight and sixteen colours stay inside their palette and tell text from background")
    func basic() {
        for (depth, count) in [(ColourDepth.eight, Int32(8)), (.sixteen, 16)] {
            for foreground in Meaning.allCases {
                for background in [nil] + Meaning.allCases.map(Optional.some) {
                    let look = Look(
                        Style(foreground, on: background), theme: theme, depth: depth)
                    #expect((-1..<count).contains(look.foreground))
                    #expect((-1..<count).contains(look.background))
                    #expect(look.foreground != look.background || look.background == -1)
                }
            }
            let picture = Look(
                Style(foreground: .rgb(RGB(250, 250, 250)), background: .rgb(RGB(2, 2, 2))),
                theme: theme, depth: depth)
            #expect(picture.background == 0 && picture.foreground > 0)
        }
    }

    @Test("without colours the selected row is reversed, and states keep a weight")
    func mono() {
        let selected = Look(.selected, theme: theme, depth: .mono)
        #expect(selected.traits == .reverse)
        #expect(selected.foreground == -1 && selected.background == -1)
        #expect(Look(Style(.bad), theme: theme, depth: .mono).traits == .bold)
    }

    @Test("what a terminal says of its colours decides the depth")
    func depth() {
        #expect(ColourDepth(colours: 0x1000000) == .direct)
        #expect(ColourDepth(colours: 256) == .indexed)
        #expect(ColourDepth(colours: 88) == .sixteen)
        #expect(ColourDepth(colours: 8) == .eight)
        #expect(ColourDepth(colours: -1) == .mono)
    }
}
