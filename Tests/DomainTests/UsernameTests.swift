import Domain
import Testing

@Suite struct UsernameTests {
    @Test(
        "names are held in lower case",
        arguments: [
            ("ana", "ana"), ("Ana", "ana"), ("a1", "a1"), ("9lives", "9lives"),
            ("x.y_z-w", "x.y_z-w"),
            (String(repeating: "n", count: 32), String(repeating: "n", count: 32)),
        ])
    func accepted(text: String, name: String) {
        #expect(Username(rawValue: text)?.rawValue == name)
    }

    @Test(
        "what could be taken for another name, or for none, is refused",
        arguments: [
            "", "a", String(repeating: "n", count: 33), ".ana", "_ana", "-ana", "ana maria",
            " ana", "ana\n", "ana\u{0}", "anã", "а́na", "аna", "ana\u{200B}", "a\u{202E}na",
            "ana\u{0301}", "ana/../root", "ana%", "😀😀", "İana", "ａｎａ",
        ])
    func refused(text: String) {
        #expect(Username(rawValue: text) == nil)
    }
}
