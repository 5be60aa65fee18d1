import Cells
import Testing

@Suite struct HostileTextTests {
    private static let hostile = [
        "\u{1B}]0;owned\u{7}", "\u{9B}31m", "a\rb\nc\td", "photo\u{202E}gpj.exe",
        "zero\u{200B}width\u{FEFF}", "\u{2066}x\u{2069}", "\u{E000}private", "\u{0}nul\u{7F}",
        "\u{2028}line\u{2029}", "\u{FFF0}", "\u{301}lone mark", "\u{200D}joiner\u{200D}",
        "\u{3164}filler\u{115F}\u{FFA0}", "\u{E0041}tag", "\u{FFF9}note\u{FFFB}",
    ]

    @Test("whatever is written, no cell holds what a terminal would obey", arguments: hostile)
    func cellsAreSafe(text: String) {
        var grid = Grid(width: 40, height: 2)
        grid.write(text, at: Point(0, 0))
        grid.write([Span(text)], in: grid.bounds, row: 1)
        for scalar in grid.text.unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
            #expect(!(0x200B...0x200F).contains(scalar.value))
            #expect(!(0x202A...0x202E).contains(scalar.value))
            #expect(!(0x2028...0x2029).contains(scalar.value))
            #expect(!(0x2060...0x206F).contains(scalar.value))
            #expect(!(0xE000...0xF8FF).contains(scalar.value))
            #expect(!scalar.properties.isDefaultIgnorableCodePoint)
            #expect(!(0xFFF9...0xFFFB).contains(scalar.value))
        }
    }

    @Test(
        "a text from the right ends with a mark, so that nothing after it is turned around",
        arguments: ["שלום", "تقرير 2026", "a שלום b", "שָׁלוֹם"])
    func rightToLeft(text: String) {
        var grid = Grid(width: 30, height: 1)
        grid.write(text, at: Point(0, 0))
        grid.write("14.2M", at: Point(20, 0))
        let line = grid.lines[0]
        let mark = line.unicodeScalars.lastIndex(of: "\u{200E}")
        let lastLetter = line.unicodeScalars.lastIndex { (0x590...0x8FF).contains($0.value) }
        #expect(line.unicodeScalars.count { $0 == "\u{200E}" } == 1)
        #expect(mark.flatMap { mark in lastLetter.map { $0 < mark } } == true)
        #expect(line.columns == text.columns + (20 - text.columns) + 5)
        for cell in grid.row(0) { #expect(cell.text.unicodeScalars.count <= 5) }
    }

    @Test("cleaning keeps the words and drops the orders")
    func cleaning() {
        #expect("\u{1B}[31mred\u{202E}\tx".cleanedForScreen == "[31mred x")
        #expect("Relatório 東京 📷".cleanedForScreen == "Relatório 東京 📷")
    }
}
