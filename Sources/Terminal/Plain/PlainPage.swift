package import Cells

/// A screen as it is read aloud: the text of one pane after the other, without lines and bars.
///
/// The last row of the grid is what just happened; it is no part of the page.
package struct PlainPage: Equatable, Sendable {
    package struct Line: Hashable, Sendable {
        package let text: String
        /// The row under the cursor, or the field that is being typed into.
        package let isCurrent: Bool

        package init(_ text: String, isCurrent: Bool = false) {
            self.text = text
            self.isCurrent = isCurrent
        }

        /// With all figures alike: what differs in figures alone has not changed for a listener.
        fileprivate var shape: String {
            var shape = ""
            for character in text {
                guard character.isNumber else {
                    shape.append(character)
                    continue
                }
                if shape.last != "#" { shape.append("#") }
            }
            return shape
        }
    }

    package let lines: [Line]
    package let news: String

    package init(_ grid: Grid, isUTF8: Bool = true) {
        let rows = (0..<grid.height).map { Self.pieces(of: $0, in: grid, isUTF8: isUTF8) }
        news = rows.last?.map(\.line.text).joined(separator: " ") ?? ""
        // Pieces that begin at one border belong to one pane, wherever its neighbours end.
        let panes = Dictionary(grouping: rows.dropLast().joined(), by: \.pane)
        lines = panes.sorted { ($0.value[0].row, $0.key) < ($1.value[0].row, $1.key) }
            .flatMap { $0.value.map(\.line) }
    }

    package init(lines: [Line] = [], news: String = "") {
        self.lines = lines
        self.news = news
    }

    /// What a listener hears when this page takes the place of another.
    ///
    /// - Parameter isAnswer: to something just typed; all else is told by its news alone.
    package func changes(since old: PlainPage, isAnswer: Bool) -> [String] {
        var spoken: [String] = []
        if isAnswer {
            let known = Set(old.lines.map(\.text))
            let current = old.lines.first(where: \.isCurrent)?.text
            spoken = lines.filter { line in
                line.isCurrent ? line.text != current : !known.contains(line.text)
            }.map { ($0.isCurrent ? "> " : "") + $0.text }
        }
        if !news.isEmpty, news != old.news { spoken.append(news) }
        return spoken
    }

    /// Of what comes after the answer: only what says something new in words.
    package func laterChanges(since old: PlainPage) -> [String] {
        let shapes = Set(old.lines.map(\.shape))
        let page = PlainPage(lines: lines.filter { !shapes.contains($0.shape) }, news: news)
        return page.changes(since: old, isAnswer: true)
    }

    // MARK: reading a row

    private struct Piece {
        let row: Int
        /// The column where its border stands.
        let pane: Int
        let line: Line
    }

    private static func pieces(of row: Int, in grid: Grid, isUTF8: Bool) -> [Piece] {
        var pieces: [Piece] = []
        var text = ""
        var start = 0
        var isCurrent = false
        func finish() {
            let words = text.split(separator: " ", omittingEmptySubsequences: true)
            if !words.isEmpty {
                let line = Line(words.joined(separator: " "), isCurrent: isCurrent)
                pieces.append(Piece(row: row, pane: start, line: line))
            }
            (text, isCurrent) = ("", false)
        }
        for (column, cell) in grid.row(row).enumerated() {
            guard let scalar = cell.text.unicodeScalars.first else { continue }
            switch kind(of: scalar) {
            case .border:
                finish()
                start = column
            case .drawing: text += " "
            case .text: text += isUTF8 ? cell.text : cell.asciiText
            }
            if isMark(cell) || grid.cursor?.y == row && grid.cursor?.x == column {
                isCurrent = true
            }
        }
        finish()
        return pieces
    }

    private static func isMark(_ cell: Cell) -> Bool {
        cell.style.background == .meaning(.rowSelected)
    }

    private enum Kind {
        case text, drawing, border
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        // Horizontal lines stand beside titles; the rest of the lines are borders.
        case 0x2500, 0x2501, 0x2550: .drawing
        case 0x2502...0x257F: .border
        case 0x2580...0x259F, 0x2800...0x28FF: .drawing
        case 0xB7: .drawing
        default: .text
        }
    }
}
