import Domain
import Testing

@Suite struct OneLineTests {
    @Test(
        "hostile characters leave, and what a person wrote stays",
        arguments: [
            ("  Relatório   de\tSegurança\r\n2026 ", "Relatório de Segurança 2026"),
            ("\u{1B}]0;boom\u{07}nome", "]0;boomnome"), ("a\u{9B}31mb", "a31mb"),
            ("a\u{0}b\u{7F}c", "abc"), ("\u{85}", ""), ("", ""),
            // Overrides, isolates and marks turn `exe.gpj` into something else.
            ("foto\u{202E}gpj.exe", "fotogpj.exe"), ("a\u{2066}b\u{2069}c\u{061C}d", "abcd"),
            ("a\u{200B}b\u{200C}c\u{2060}d\u{FEFF}e\u{AD}f", "abcdef"),
            // Invisible letters, tags and annotations.
            ("a\u{3164}b\u{115F}c\u{FFA0}d\u{34F}e\u{180E}f", "abcdef"),
            ("a\u{E0041}\u{E007F}b\u{FFF9}c\u{FFFB}d\u{2800}e", "abcde"),
            ("a\u{E000}b\u{F0000}c\u{FFFF}d", "abcd"), ("a\u{2028}b\u{2029}c\u{3000}d", "a b c d"),
        ])
    func cleaning(text: String, cleaned: String) {
        #expect(OneLine.cleaned(text) == cleaned)
    }

    @Test(
        "emoji, accents and other scripts stay whole",
        arguments: [
            "👩‍💻 👨‍👩‍👧‍👦 ❤️‍🔥 🏳️‍🌈 👩🏽‍🚀", "東京の地図 (atlas, 3 volumes)", "ação", "مرحبا", "한국어", "✈️ ✈︎",
        ])
    func kept(text: String) {
        #expect(Array(OneLine.cleaned(text).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(
        "what can be written in several ways is written in one",
        arguments: [
            ("a\u{303}o", "\u{E3}o"), ("\u{212A}elvin", "Kelvin"), ("e\u{200B}\u{301}", "\u{E9}"),
            ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
        ])
    func oneForm(text: String, cleaned: String) {
        #expect(Array(OneLine.cleaned(text).unicodeScalars) == Array(cleaned.unicodeScalars))
        #expect(
            Array(OneLine.cleanedParagraphs("x\n" + text).unicodeScalars)
                == Array(("x\n" + cleaned).unicodeScalars))
    }

    @Test(
        "a joiner outside a picture is invisible, so it leaves",
        arguments: [
            ("\u{200D}", ""), ("Ad\u{200D}min", "Admin"), ("👩\u{200D}", "👩"), ("\u{200D}👩", "👩"),
            ("👩\u{200D} \u{200D}💻", "👩 💻"), ("👩\u{200D}\u{200D}💻", "👩‍💻"), ("1\u{200D}2", "12"),
        ])
    func joiners(text: String, cleaned: String) {
        #expect(OneLine.cleaned(text) == cleaned)
    }

    @Test("paragraphs keep their lines, each cleaned")
    func paragraphs() {
        #expect(
            OneLine.cleanedParagraphs(" um \u{1B}[2J\r\n\r\n  dois\u{202E}\ntrês ")
                == "um [2J\n\ndois\ntrês")
    }

    @Test("cleaning again changes nothing")
    func idempotent() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            var text = String.UnicodeScalarView()
            for _ in 0..<40 {
                let bound: UInt32 = Bool.random(using: &random) ? 0x3000 : 0x10FFFF
                let pool: [Unicode.Scalar] = ["\u{200D}", "👩", "\u{FE0F}", " "]
                let drawn =
                    Unicode.Scalar(UInt32.random(in: 0...bound, using: &random))
                    ?? pool.randomElement(using: &random)
                if let drawn { text.append(drawn) }
            }
            let once = OneLine.cleaned(String(text))
            #expect(Array(OneLine.cleaned(once).unicodeScalars) == Array(once.unicodeScalars))
            #expect(!once.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
        }
    }
}
