extension Grid {
    /// Writes one line of text, clipped at the grid's edges and at `maxWidth` columns; a wide
    /// character that would be cut in half is left out.
    ///
    /// - Returns: the columns used, counted from `point`.
    @discardableResult
    package mutating func write(
        _ text: some StringProtocol, at point: Point, style: Style = .text, maxWidth: Int = .max
    ) -> Int {
        writeLine(text, at: point, style: style, maxWidth: maxWidth).used
    }

    private mutating func writeLine(
        _ text: some StringProtocol, at point: Point, style: Style, maxWidth: Int
    ) -> (used: Int, isWhole: Bool) {
        guard (0..<height).contains(point.y), point.x < width, maxWidth > 0 else {
            return (0, text.isEmpty)
        }
        // No text is longer than this; without the bound the sums below could overflow.
        let start = max(point.x, -(1 << 30))
        let end = maxWidth < width - start ? start + maxWidth : width
        var x = start
        var lastFromTheRight: Int?
        defer { if let lastFromTheRight { endRightToLeft(lastFromTheRight, point.y) } }
        for character in text {
            let cluster = Cluster(character)
            let columns = cluster.width
            guard columns > 0 else { continue }
            guard x + columns <= end else { return (x - start, false) }
            if cluster.isRightToLeft { lastFromTheRight = x }
            if x >= 0 {
                if let part = cluster.first { place(part, at: &x, point.y, style) }
                for part in cluster.others { place(part, at: &x, point.y, style) }
            } else {
                x += columns
            }
        }
        return (x - start, true)
    }

    /// Writes pieces of different styles one after the other.
    @discardableResult
    package mutating func write(
        _ spans: [Span], at point: Point, maxWidth: Int = .max
    ) -> Int {
        var used = 0
        for span in spans {
            let written = writeLine(
                span.text, at: Point(point.x + used, point.y), style: span.style,
                maxWidth: maxWidth - used)
            used += written.used
            // Nothing may slip into the column that a wide character did not fit.
            guard written.isWhole else { break }
        }
        return used
    }

    /// Writes a line into a row of `rect`, cut with an ellipsis when it is too long.
    @discardableResult
    package mutating func write(
        _ text: some StringProtocol, in rect: Rect, row: Int = 0, style: Style = .text,
        alignment: TextAlignment = .left
    ) -> Int {
        guard (0..<rect.height).contains(row) else { return 0 }
        let line = text.truncated(to: rect.width)
        let start = rect.x + Grid.offset(of: line.columns, in: rect.width, alignment)
        return write(
            line, at: Point(start, rect.y + row), style: style, maxWidth: rect.maxX - start)
    }

    /// Writes pieces into a row of `rect`; what does not fit is cut.
    @discardableResult
    package mutating func write(
        _ spans: [Span], in rect: Rect, row: Int = 0, alignment: TextAlignment = .left
    ) -> Int {
        guard (0..<rect.height).contains(row) else { return 0 }
        let start = rect.x + Grid.offset(of: spans.columns, in: rect.width, alignment)
        return write(spans, at: Point(start, rect.y + row), maxWidth: rect.maxX - start)
    }

    /// Fills a rectangle with a character of width 1; blank, it clears.
    package mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .text)
    {
        guard let part = Cluster(character).first, part.width == 1 else { return }
        let area = rect.intersection(bounds)
        for y in area.y..<area.maxY {
            for x in area.x..<area.maxX {
                place(part.text, width: 1, x: x, y: y, style: style)
            }
        }
    }

    /// Changes the look of what is there: a selected row, the dimmed screen behind a dialog.
    package mutating func restyle(
        _ rect: Rect, foreground: Meaning? = nil, background: Meaning? = nil,
        adding traits: Traits = []
    ) {
        let area = rect.intersection(bounds)
        for y in area.y..<area.maxY {
            for x in area.x..<area.maxX {
                restyle(x, y) { style in
                    if let foreground { style.foreground = .meaning(foreground) }
                    if let background { style.background = .meaning(background) }
                    style.traits.formUnion(traits)
                }
            }
        }
    }

    private mutating func place(_ part: Cluster.Part, at x: inout Int, _ y: Int, _ style: Style) {
        place(part.text, width: part.width, x: x, y: y, style: style)
        x += Int(part.width)
    }

    private static func offset(of columns: Int, in width: Int, _ alignment: TextAlignment) -> Int {
        let free = max(0, width - columns)
        return switch alignment {
        case .left: 0
        case .right: free
        case .centre: free / 2
        }
    }
}
