/// A piece of text that a search hit, or that stands between two hits.
package struct TextRun: Codable, Hashable, Sendable {
    package let text: String
    package let hit: Bool

    package init(_ text: String, hit: Bool = false) {
        self.text = text
        self.hit = hit
    }
}

/// The part of a description around the first place that a search hit.
package enum Snippet {
    /// Characters before the first hit.
    private static let before = 40

    /// Hits are looked for in so much of a text, in bytes.
    private static let mostRead = 4000

    /// One line of about `width` characters, or `nil` where the search hits nothing in the
    /// beginning of `text`, which was cleaned when it was stored.
    package static func of(_ text: String, _ query: SearchQuery, width: Int = 160) -> [TextRun]? {
        let line = String(text.utf8.count > mostRead ? text.prefix(mostRead) : text[...])
            .split(whereSeparator: \.isNewline).joined(separator: " ")
        let hits = SearchHits.ranges(of: query, in: line)
        guard let first = hits.first else { return nil }
        var start =
            line.index(
                first.lowerBound, offsetBy: -before, limitedBy: line.startIndex) ?? line.startIndex
        if start > line.startIndex {
            // A word is not cut, where one ends soon.
            let space = line[start..<first.lowerBound].firstIndex(of: " ")
            start = space.map { line.index(after: $0) } ?? start
        }
        let end = line.index(start, offsetBy: width, limitedBy: line.endIndex) ?? line.endIndex

        var runs: [TextRun] = start > line.startIndex ? [TextRun("…")] : []
        var position = start
        for hit in hits where hit.lowerBound >= start && hit.upperBound <= end {
            if position < hit.lowerBound {
                runs.append(TextRun(String(line[position..<hit.lowerBound])))
            }
            runs.append(TextRun(String(line[hit]), hit: true))
            position = hit.upperBound
        }
        if position < end { runs.append(TextRun(String(line[position..<end]))) }
        if end < line.endIndex { runs.append(TextRun("…")) }
        return runs
    }
}
