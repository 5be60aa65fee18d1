import Cells
import Testing

@testable import Terminal

@Suite struct EscapeReportTests {
    private func read(_ text: String) -> [EscapeParser.Event] {
        var parser = EscapeParser()
        var events: [EscapeParser.Event] = []
        for scalar in text.unicodeScalars {
            if !parser.isInside, scalar.value == 27 {
                parser.begin()
            } else if case .done(let event?) = parser.take(scalar) {
                events.append(event)
            }
        }
        return events
    }

    @Test("what a terminal says of itself is understood, in every form it has")
    func reports() {
        #expect(read("\u{1B}[4;3R") == [.report(.cursor(row: 4, column: 3))])
        #expect(read("\u{1B}[?64;1;2;6c") == [.report(.attributes)])
        #expect(read("\u{1B}[?1;2c") == [.report(.attributes)])
        let ground = [EscapeParser.Event.report(.ground(RGB(0x1E, 0x20, 0x2E)))]
        #expect(read("\u{1B}]11;rgb:1e1e/2020/2e2e\u{07}") == ground)
        #expect(read("\u{1B}]11;rgb:1e1e/2020/2e2e\u{1B}\\") == ground)
        #expect(read("\u{1B}]11;rgb:1e/20/2e\u{9C}") == ground)
        #expect(read("\u{1B}]11;rgba:1e1e/2020/2e2e/ffff\u{07}") == ground)
        #expect(
            read("\u{1B}]11;rgb:f/0/8\u{07}") == [.report(.ground(RGB(0xFF, 0, 0x88)))])
    }

    @Test("several in a row are as many reports")
    func several() {
        #expect(
            read("\u{1B}[4;2R\u{1B}[4;3R\u{1B}]11;rgb:0/0/0\u{1B}\\\u{1B}[?6c") == [
                .report(.cursor(row: 4, column: 2)), .report(.cursor(row: 4, column: 3)),
                .report(.ground(RGB(0, 0, 0))), .report(.attributes),
            ])
    }
}
