import Cells
import Testing

@testable import Terminal

@Suite struct EscapeParserTests {
    /// What came of a text: the keys that are left over as letters, and what was understood.
    private func read(_ text: String) -> (letters: String, events: [EscapeParser.Event]) {
        var parser = EscapeParser()
        var letters = ""
        var events: [EscapeParser.Event] = []
        func begin(_ scalar: Unicode.Scalar) {
            if scalar.value == 27 {
                parser.begin()
            } else {
                letters.unicodeScalars.append(scalar)
            }
        }
        for scalar in text.unicodeScalars {
            guard parser.isInside else {
                begin(scalar)
                continue
            }
            switch parser.take(scalar) {
            case .more, .done(nil): break
            case .done(let event?): events.append(event)
            case .broken: begin(scalar)
            }
        }
        return (letters, events)
    }

    @Test(
        "a sequence that nobody knows is nothing at all, and what follows it is as typed",
        arguments: [
            // Reports of what nobody asked: colours, modes, the version, the clipboard.
            "\u{1B}]10;rgb:1e1e/1e1e/2e2e\u{07}", "\u{1B}]4;1;rgb:1e1e/1e1e/2e2e\u{1B}\\",
            "\u{1B}]11;rgb:1e1e/1e1e\u{07}", "\u{1B}]11;rgb:1e1e/1e1e/xyz\u{07}",
            "\u{1B}]11;rgb:12345/1/1\u{07}", "\u{1B}P11;rgb:1e1e/1e1e/2e2e\u{1B}\\",
            "\u{1B}[12R", "\u{1B}[12;R", "\u{1B}[0;4R", "\u{1B}[?12;80R",
            "\u{1B}[>0;276;0c", "\u{1B}[?2026;2$y",
            "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}P1+r436f=323536\u{1B}\\",
            "\u{1B}]52;c;ZGRkZA==\u{07}", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^private\u{1B}\\",
            "\u{1B}Xstring\u{9C}",
            // Keys with modifiers that nobody bound; the focus; keypads.
            "\u{1B}[1;7A", "\u{1B}[1;2P", "\u{1B}[27;5;13~", "\u{1B}[106;5u", "\u{1B}[I",
            "\u{1B}[O",
            "\u{1B}O2P", "\u{1B}OM", "\u{1B}[[A",
            // The first mouse protocol, and reports that are none.
            "\u{1B}[M !!", "\u{1B}[<M", "\u{1B}[<0;1M", "\u{1B}[<0;1;2;3M", "\u{1B}[<0;0;1M",
            "\u{1B}[<0;1;99999999999999999999M", "\u{1B}[<?;1;1M", "\u{1B}[<-1;1;1M",
        ])
    func unknown(sequence: String) {
        let (letters, events) = read("a\(sequence)b")
        #expect(letters == "ab")
        #expect(events.isEmpty)
    }

    @Test("cut by the next Esc, a sequence leaves the next one whole")
    func cut() {
        #expect(read("\u{1B}[12;\u{1B}[<0;1;1Mx").letters == "x")
        #expect(read("\u{1B}[12;\u{1B}[<0;1;1Mx").events.count == 1)
        #expect(read("\u{1B}]11;rgb\u{1B}[<0;1;1Mx").events.count == 1)
        #expect(read("\u{1B}P+q\u{1B}]11;x\u{07}y").letters == "y")
        #expect(read("\u{1B}O\u{1B}jx").events == [.alt("j")])
        #expect(read("\u{1B}\u{1B}jx").events == [.alt("j")])
    }

    @Test("CAN and SUB end a sequence, and what it was is forgotten")
    func cancelled() {
        for end in ["\u{18}", "\u{1A}"] {
            #expect(read("\u{1B}[12;\(end)j").letters == "j")
            #expect(read("\u{1B}]0;title\(end)j").letters == "j")
        }
    }

    @Test("garbage ends a sequence; no letter of it is a key")
    func garbage() {
        #expect(read("\u{1B}[12é;3j").letters == ";3j")
        #expect(read("\u{1B}[12\u{0}j").letters == "j")
    }

    @Test("a sequence of any length is taken as a whole")
    func overlong() {
        let digits = String(repeating: "1;", count: 100_000)
        #expect(read("a\u{1B}[\(digits)Mb").letters == "ab")
        #expect(read("a\u{1B}[<\(digits)Mb").events.isEmpty)
        #expect(read("a\u{1B}]52;c;\(digits)\u{07}b").letters == "ab")
    }

    @Test("a letter behind Esc was typed with Alt")
    func alt() {
        #expect(read("\u{1B}jk") == ("k", [.alt("j")]))
        #expect(read("\u{1B}é").events == [.alt("é")])
        #expect(read("\u{1B}\r").letters == "\r")
    }

    @Test("given up in the middle, the next letter is a letter")
    func givenUp() {
        var parser = EscapeParser()
        parser.begin()
        #expect(parser.isAtEscape)
        #expect(parser.take("[") == .more)
        #expect(parser.isInside && !parser.isAtEscape)
        parser.giveUp()
        #expect(!parser.isInside)
        #expect(parser.take("j") == .broken)
    }
}

private func == (
    left: (letters: String, events: [EscapeParser.Event]),
    right: (String, [EscapeParser.Event])
) -> Bool { left.letters == right.0 && left.events == right.1 }
