import Cells
import Domain

/// Marks what a search hit, by an underline and a meaning of its own.
struct HitMarks {
    private let query: SearchQuery

    init(_ text: String) { query = SearchQuery(text) }

    func spans(_ text: String, _ style: Style = .text) -> [Span] {
        lines([text], style).first ?? []
    }

    /// Of a text that was broken into lines; a phrase is found across them.
    func lines(_ lines: [String], _ style: Style = .text) -> [[Span]] {
        if query.isEmpty { return lines.map { [Span($0, style)] } }
        let hitStyle = Style(.hit, style.traits.union(.underline))
        let text = lines.joined(separator: "\n")
        var hits = SearchHits.ranges(of: query, in: text)[...]
        var marked: [[Span]] = []
        var position = text.startIndex
        for line in lines {
            var spans: [Span] = []
            let end = text.utf8.index(position, offsetBy: line.utf8.count)
            while let hit = hits.first, hit.lowerBound < end {
                if position < hit.lowerBound {
                    spans.append(Span(String(text[position..<hit.lowerBound]), style))
                }
                let stop = min(hit.upperBound, end)
                spans.append(Span(String(text[hit.lowerBound..<stop]), hitStyle))
                position = stop
                hits.removeFirst()
            }
            if position < end || spans.isEmpty {
                spans.append(Span(String(text[position..<end]), style))
            }
            marked.append(spans)
            position = end < text.endIndex ? text.utf8.index(after: end) : end
        }
        return marked
    }

    /// Where the server has marked it already.
    static func spans(_ runs: [TextRun], _ style: Style) -> [Span] {
        runs.map { Span($0.text, $0.hit ? .hit : style) }
    }
}
