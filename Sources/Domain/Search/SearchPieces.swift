/// A search as text, in the pieces that stand between its spaces; quotes keep theirs together.
///
/// What is chosen from a list goes into a search and out of it by these, so that the rest stays as
/// it was typed.
package enum SearchPieces {
    package static func ranges(in text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var rest = text[...]
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard !rest.isEmpty else { return ranges }
            let start = rest.startIndex
            _ = SearchToken.take(from: &rest)
            ranges.append(start..<rest.startIndex)
        }
    }

    package static func of(_ text: String) -> [String] {
        ranges(in: text).map { String(text[$0]) }
    }

    /// Whether all pieces of `term` are there; case does not matter.
    package static func holds(_ text: String, _ term: String) -> Bool {
        Set(of(term).map { $0.lowercased() }).isSubset(of: of(text).map { $0.lowercased() })
    }

    /// At the front, because the last word stays a beginning only while nothing follows it.
    package static func adding(_ term: String, to text: String) -> String {
        holds(text, term) ? text : text.isEmpty ? term : "\(term) \(text)"
    }

    package static func removing(_ term: String, from text: String) -> String {
        let unwanted = Set(of(term).map { $0.lowercased() })
        let kept = of(text).filter { !unwanted.contains($0.lowercased()) }
        // A space at the end says that the last word is whole.
        let end = text.last?.isWhitespace == true && !kept.isEmpty ? " " : ""
        return kept.joined(separator: " ") + end
    }

    /// The last piece while it is being typed: nothing follows it, not even a space.
    package static func open(in text: String) -> Range<String.Index>? {
        ranges(in: text).last.flatMap { $0.upperBound == text.endIndex ? $0 : nil }
    }
}
