extension Grid {
    /// What a person reads, line by line, without the spaces at the ends of lines.
    package var lines: [String] {
        (0..<height).map { y in
            var line = row(y).reduce(into: "") { $0 += $1.text }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The lines as one text, as goldens keep it.
    package var text: String { lines.joined(separator: "\n") }

    /// The style of the first place where `text` stands, for tests of colour.
    package func style(of text: String) -> Style? {
        let wanted = text.map(String.init)
        for y in 0..<height {
            let cells = row(y).filter { !$0.isContinuation }
            guard cells.count >= wanted.count, !wanted.isEmpty else { continue }
            for start in 0...(cells.count - wanted.count) {
                let slice = cells[start..<(start + wanted.count)]
                if slice.map(\.text) == wanted { return slice.first?.style }
            }
        }
        return nil
    }
}
