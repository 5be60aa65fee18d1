import Cells
import Testing

@testable import Terminal

@Suite struct TerminalProbeTests {
    /// Answers every sample with the width that everybody counts with, but for some.
    private func answered(
        _ others: [WidthSample: Int] = [:], ground: RGB? = nil, missing: Int = 0
    ) -> TerminalProbe.Findings? {
        var probe = TerminalProbe(isUTF8: true, asksGround: true)
        for sample in WidthSample.allCases.dropLast(missing) {
            let columns = others[sample] ?? sample.text.columns
            #expect(probe.take(.cursor(row: 4, column: columns + 1)) == nil)
        }
        if let ground { #expect(probe.take(.ground(ground)) == nil) }
        #expect(probe.isAwaited)
        defer { #expect(!probe.isAwaited) }
        return probe.take(.attributes)
    }

    @Test("a terminal that draws everything as everybody counts says nothing new")
    func standard() throws {
        #expect(try #require(answered()).saysNothing)
        // As `ncurses` and the samples have it: the counts that the answers are compared with.
        #expect(WidthSample.allCases.map(\.text.columns) == [1, 1, 1, 1, 2, 2, 1, 2])
    }

    @Test("what a terminal draws in another width is replaced in the same width")
    func replaced() throws {
        let rules = try #require(
            answered([.signs: 2, .letters: 2, .lines: 2, .pictures: 1, .flags: 4, .marks: 2])
        ).widths
        let shown: [(String, String?)] = [
            ("…", "."), ("●", "*"), ("─", "-"), ("█", "#"), ("é", "e"), ("ж", "?"), ("🎬", "??"),
            ("e\u{0323}", "e"), ("🇧", "B"), ("漢", nil), ("a", nil), ("ç", nil), ("⣿", nil),
        ]
        for (text, replacement) in shown {
            var grid = Grid(width: 2, height: 1)
            grid.write(text, at: Point(0, 0))
            #expect(rules.replacement(for: grid[0, 0]) == replacement, "\(text)")
        }
    }

    @Test("with an answer missing nobody knows whose the others are")
    func missing() throws {
        let findings = answered([.letters: 2], ground: RGB(1, 2, 3), missing: 1)
        #expect(findings == TerminalProbe.Findings(widths: WidthRules(), ground: RGB(1, 2, 3)))
    }

    @Test("what comes unasked, or after the end, changes nothing")
    func unasked() {
        var none = TerminalProbe()
        #expect(none.questions.isEmpty)
        #expect(none.take(.attributes) == nil && none.take(.ground(RGB(0, 0, 0))) == nil)
        var probe = TerminalProbe(isUTF8: false, asksGround: false)
        #expect(probe.take(.cursor(row: 1, column: 1)) == nil)
        #expect(probe.take(.attributes)?.saysNothing == true)
        #expect(probe.take(.attributes) == nil)
    }

    @Test("no question is asked whose answer could be a key, and the last one is always answered")
    func questions() {
        let all = TerminalProbe(isUTF8: true, asksGround: true).questions
        // Shift and F3 is ESC [ 1 ; 2 R.
        #expect(!all.contains("[1;1H") && all.contains("\u{1B}[4;1H"))
        #expect(all.hasSuffix("\u{1B}[c"))
        #expect(TerminalProbe(isUTF8: false, asksGround: false).questions == "\u{1B}[c")
    }

    @Test("a theme without a ground of its own is held against the terminal's")
    func ground() {
        let theme = Theme.builtIn
        let dark = Look(Style(.accent), theme: theme, depth: .direct)
        let light = Look(
            Style(.accent), theme: theme, depth: .direct, ground: RGB(0xFF, 0xFF, 0xFF))
        #expect(dark != light)
        #expect(
            Contrast.between(RGB(hex: UInt32(light.foreground)), RGB(255, 255, 255))
                >= Contrast.legible)
    }
}
