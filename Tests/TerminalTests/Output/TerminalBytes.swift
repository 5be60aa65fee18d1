/// What a terminal was sent, so that a person can read it.
enum TerminalBytes {
    /// Controls by name, and a line for each place that the cursor is sent to.
    static func readable(_ bytes: [UInt8]) -> String {
        var text = ""
        var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar.value {
            case 0x1B:
                let final = scalars.drop { (0x20...0x3F).contains($0.value) || $0 == "[" }.first
                if scalars.first == "[", final == "H" || final == "d" { text += "\n" }
                text += "\\e"
            case 0x0A: text += "\\n\n"
            case 0x0D: text += "\\r"
            case 0..<0x20, 0x7F: text += "\\x" + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\n"
    }
}
