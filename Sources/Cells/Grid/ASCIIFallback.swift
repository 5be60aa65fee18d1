/// What stands for a character where only ASCII can be shown.
enum ASCIIFallback {
    /// As many ASCII characters as the cell is wide.
    static func text(for cell: Cell) -> String {
        guard let scalar = cell.text.unicodeScalars.first else { return " " }
        if scalar.isASCII { return String(scalar) }
        if (0x2801...0x28FF).contains(scalar.value) {
            // The more dots, the darker.
            return String(shades[min((scalar.value - 0x2800).nonzeroBitCount, 8)])
        }
        return signs[scalar] ?? String(repeating: "?", count: Int(cell.width))
    }

    private static let shades: [Character] = [" ", ".", ".", ":", ":", "+", "+", "#", "#"]

    private static let signs: [Unicode.Scalar: String] = {
        var signs: [Unicode.Scalar: String] = [:]
        for (group, sign) in groups {
            for scalar in group.unicodeScalars { signs[scalar] = sign }
        }
        return signs
    }()

    private static let groups: [(String, String)] = [
        ("─━═┄–—−‐‑", "-"), ("│┃║▏▕", "|"), ("╭╮╰╯┌┐└┘├┤┬┴┼", "+"),
        ("█▉▊▋▓", "#"), ("▌▐▍▒", "="), ("▎░·•∙…", "."),
        ("▁▂▃▔", "_"), ("▄▅▆▇▀", "="),
        ("▲↑⇡△", "^"), ("▼↓⇣▽▾▿", "v"), ("▸▶→›»⏎", ">"), ("◀←‹«⌫", "<"),
        ("●◉◆■", "*"), ("○◌◇□", "o"), ("✓✔", "v"), ("✗✘×", "x"), ("⚑★☆", "*"), ("‖", "="),
        ("÷", "/"),
        ("⇄↔", "~"), ("∞", "8"), ("“”„", "\""), ("‘’‚", "'"), ("⚠", "!"),
        ("ÀÁÂÃÄÅĀĂĄ", "A"), ("àáâãäåāăąª", "a"), ("ÇĆĈĊČ", "C"), ("çćĉċč", "c"),
        ("ĎĐÐ", "D"), ("ďđð", "d"), ("ÈÉÊËĒĔĖĘĚ", "E"), ("èéêëēĕėęě", "e"),
        ("ĜĞĠĢ", "G"), ("ĝğġģ", "g"), ("ÌÍÎÏĨĪĬĮİ", "I"), ("ìíîïĩīĭįı", "i"),
        ("ĹĻĽŁ", "L"), ("ĺļľł", "l"), ("ÑŃŅŇ", "N"), ("ñńņň", "n"),
        ("ÒÓÔÕÖØŌŎŐ", "O"), ("òóôõöøōŏőº", "o"), ("ŔŖŘ", "R"), ("ŕŗř", "r"),
        ("ŚŜŞŠȘ", "S"), ("śŝşšșß", "s"), ("ŢŤȚ", "T"), ("ţťț", "t"),
        ("ÙÚÛÜŨŪŬŮŰŲ", "U"), ("ùúûüũūŭůűų", "u"), ("ÝŸ", "Y"), ("ýÿ", "y"),
        ("ŹŻŽ", "Z"), ("źżž", "z"),
    ]
}
