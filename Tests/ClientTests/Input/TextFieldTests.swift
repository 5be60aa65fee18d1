import Cells
import Client
import Testing

@Suite struct TextFieldTests {
    private func typed(_ text: String, _ keys: Key...) -> TextField {
        var field = TextField(text)
        for key in keys { _ = field.take(key) }
        return field
    }

    @Test("letters go in where the caret is")
    func inserting() {
        #expect(typed("ac", .left, .character("b")).text == "abc")
        #expect(typed("b", .home, .character("a"), .end, .character("c")).text == "abc")
    }

    @Test("keys of the line editor work as in a shell")
    func editing() {
        #expect(typed("one two", .control("w")).text == "one ")
        #expect(typed("one two", .left, .control("u")).text == "o")
        #expect(typed("one", .home, .delete).text == "ne")
        #expect(typed("one", .home, .right, .control("k")).text == "o")
        #expect(typed("", .backspace, .delete, .left, .right).caret == 0)
    }

    @Test("a character is one, however many scalars it takes")
    func graphemes() {
        #expect(typed("a🇧🇷", .backspace).text == "a")
        #expect(typed("e", .character("\u{301}")).text == "é")
        #expect(typed("e", .character("\u{301}")).caret == 1)
    }

    @Test("control characters do not get in, and there is a limit")
    func cleaning() {
        #expect(typed("", .paste("a\u{1B}[31mb\tc")).text == "a[31mb c")
        #expect(typed("", .paste(String(repeating: "x", count: 9000))).text.count == 500)
    }

    @Test("keys that are none for a field are left to others")
    func others() {
        var field = TextField("x")
        #expect(!field.take(.enter) && !field.take(.up) && !field.take(.control("q")))
    }
}
