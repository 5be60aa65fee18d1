import Cells
import Testing

@testable import Terminal

@Suite struct MouseReportTests {
    private func event(_ report: String) -> MouseEvent? {
        MouseReport.event(report.dropLast().utf8, isPress: report.last == "M")
    }

    @Test(
        "buttons, wheel and motion are told apart",
        arguments: [
            ("0;1;1M", MouseEvent.Act.press(.left)), ("1;1;1M", .press(.middle)),
            ("2;1;1M", .press(.right)), ("0;1;1m", .release(.left)), ("2;1;1m", .release(.right)),
            ("32;1;1M", .drag(.left)), ("34;1;1M", .drag(.right)), ("35;1;1M", .move),
            ("64;1;1M", .wheel(.up)), ("65;1;1M", .wheel(.down)), ("66;1;1M", .wheel(.left)),
            ("67;1;1M", .wheel(.right)), ("128;1;1M", .press(.other(8))),
            ("131;1;1m", .release(.other(11))),
        ])
    func acts(report: String, act: MouseEvent.Act) {
        #expect(event(report) == MouseEvent(act, at: Point(0, 0)))
    }

    @Test("columns and rows count from zero, far beyond what old reports could say")
    func places() {
        #expect(event("0;200;60M")?.point == Point(199, 59))
        #expect(event("0;1000;999M")?.point == Point(999, 998))
    }

    @Test("Shift, Alt and Ctrl go with any of them")
    func modifiers() {
        #expect(event("4;1;1M")?.modifiers == .shift)
        #expect(event("8;1;1M")?.modifiers == .alt)
        #expect(event("80;1;1M") == MouseEvent(.wheel(.up), at: Point(0, 0), modifiers: .control))
        #expect(event("60;1;1M")?.act == .drag(.left))
        #expect(event("60;1;1M")?.modifiers == [.shift, .alt, .control])
    }

    @Test(
        "what is no report is nothing",
        arguments: [
            "M", ";M", "0;1M", "0;1;M", "0;0;5M", "0;5;0M", "0;1;1;1M", "3;1;1M", "64;1;1m",
            "99999999;1;1M", "0;999999;1M", "0;1;99999999999999999999M", "0; 1;1M",
        ])
    func nothing(report: String) { #expect(event(report) == nil) }
}
