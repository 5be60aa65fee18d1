/// Text in the man(7) macros of troff.
package struct Roff {
    package private(set) var text = ""

    package init() {}

    package mutating func title(_ name: String, source: String) {
        text += ".TH \(Self.argument(name.uppercased())) 1 \"\" \(Self.argument(source))\n"
    }

    package mutating func section(_ heading: String) {
        text += ".SH \(Self.argument(heading.uppercased()))\n"
    }

    package mutating func subsection(_ heading: String) {
        text += ".SS \(Self.argument(heading))\n"
    }

    package mutating func paragraph(_ words: String) {
        for part in words.split(separator: "\n\n") {
            text += ".PP\n" + Self.lines(String(part))
        }
    }

    /// Something, and what it is.
    package mutating func item(_ term: String, _ words: String) {
        text += ".TP\n.B \(Self.argument(term))\n" + Self.lines(words.isEmpty ? "\u{A0}" : words)
    }

    /// A line that begins with a dot or a quote would be a request.
    private static func lines(_ words: String) -> String {
        words.split(separator: "\n").map { line in
            let escaped = escaped(String(line))
            let isRequest = escaped.hasPrefix(".") || escaped.hasPrefix("'")
            return (isRequest ? "\\&" : "") + escaped + "\n"
        }.joined()
    }

    private static func argument(_ words: String) -> String {
        "\"\(escaped(words).replacing("\"", with: "\\(dq"))\""
    }

    private static func escaped(_ words: String) -> String {
        words.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .replacing("^", with: "\\(ha").replacing("`", with: "\\(ga")
            .replacing("~", with: "\\(ti")
    }
}
