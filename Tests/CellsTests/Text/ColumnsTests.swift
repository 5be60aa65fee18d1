import Cells
import Testing

@Suite struct ColumnsTests {
    @Test(
        "a text is as wide as terminals draw it",
        arguments: [
            ("", 0), ("plain", 5), ("ação", 4), ("東京", 4), ("한국", 4), ("ﾊﾝ", 2), ("Ａ", 2),
            ("e\u{301}", 1), ("📷", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇧🇷", 2), ("⚠\u{FE0F}", 1), ("⚠", 1),
            ("1\u{FE0F}\u{20E3}", 1), ("❤️‍🔥", 1), ("✅", 2), ("कि", 2), ("ก็", 1),
            ("\u{1100}\u{1161}", 2),
            ("▲█⣿╭", 4), ("…", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("\u{3000}", 1),
        ])
    func columns(text: String, width: Int) {
        #expect(text.columns == width)
        var grid = Grid(width: 12, height: 1)
        #expect(grid.write(text, at: Point(0, 0)) == width)
    }

    @Test(
        "a sequence that terminals differ on is reduced to what all of them draw",
        arguments: [
            ("⚠\u{FE0F}", "⚠"), ("❤️‍🔥", "❤"), ("👍🏽", "👍"), ("👨‍👩‍👧‍👦", "👨"),
            ("1\u{FE0F}\u{20E3}", "1\u{20E3}"),
        ])
    func reduction(text: String, drawn: String) {
        var grid = Grid(width: 8, height: 1)
        grid.write(text, at: Point(0, 0))
        #expect(Array(grid.text.unicodeScalars) == Array(drawn.unicodeScalars))
    }

    @Test("a flag is two letters, and never half a flag")
    func flags() {
        var grid = Grid(width: 3, height: 1)
        grid.write("🇧🇷🇵🇹", at: Point(0, 0))
        #expect(grid.text == "🇧🇷")
        #expect(grid[0, 0].text == "\u{1F1E7}" && grid[1, 0].text == "\u{1F1F7}")
    }

    @Test("a stack of marks is bounded, so that one character cannot climb over the screen")
    func marksAreBounded() {
        var grid = Grid(width: 4, height: 1)
        grid.write("a" + String(repeating: "\u{301}", count: 500) + "b", at: Point(0, 0))
        #expect(grid[0, 0].text.unicodeScalars.count == 5)
        #expect(grid[1, 0].text == "b")
    }

    @Test("a text that is too long ends in an ellipsis and never exceeds its width")
    func truncation() {
        #expect("Relatório".truncated(to: 9) == "Relatório")
        #expect("Relatório".truncated(to: 8) == "Relatór…")
        #expect("東京の地図".truncated(to: 6) == "東京…")
        #expect("東京の地図".truncated(to: 1) == "…")
        #expect("東京".truncated(to: 0) == "")
        #expect("ab".truncated(to: -3) == "")
    }

    @Test("a fitted text has exactly its width on either side")
    func fitting() {
        #expect("7".fitted(to: 4, alignment: .right) == "   7")
        #expect("ab".fitted(to: 5, alignment: .centre) == " ab  ")
        #expect("東京".fitted(to: 3).columns == 3)
        #expect("x".fitted(to: -1) == "")
    }

    @Test("the end of a long input stays in sight")
    func suffix() {
        #expect("abcdef".suffix(columns: 3) == "def")
        #expect("a東京".suffix(columns: 3) == "京")
        #expect("ab".suffix(columns: 9) == "ab")
    }
}
