extension StringProtocol {
    /// The text in lines of at most `width` columns, broken between words; a word that is longer is
    /// broken where it must be. Its own line breaks stay.
    package func wrapped(to width: Int) -> [String] {
        guard width > 0 else { return [] }
        return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { wrapLine(String($0), to: width) }
    }

    private func wrapLine(_ line: String, to width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        var used = 0
        for word in line.split(whereSeparator: \.isWhitespace) {
            var rest = word
            var length = rest.columns
            if used > 0, used + 1 + length <= width {
                current += " " + rest
                used += 1 + length
                continue
            }
            if used > 0 { lines.append(current) }
            while length > width {
                let head = rest.prefix(columns: width)
                // A wide character in a single column fits nowhere; it takes its line alone.
                let taken = head.isEmpty ? rest.prefix(1) : head
                lines.append(String(taken))
                rest = rest.dropFirst(taken.count)
                length = rest.columns
            }
            current = String(rest)
            used = length
        }
        return used > 0 || lines.isEmpty ? lines + [current] : lines
    }
}
