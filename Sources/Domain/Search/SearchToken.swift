/// A piece of a query between spaces, before anybody asks what it means.
struct SearchToken: Hashable {
    /// What stands before the quotes, or the whole piece: `tag:` of `tag:"x y"`.
    let bare: String
    /// What stands in quotes at its end; `nil` without.
    let quoted: String?
    let isNegated: Bool
    /// Whether nothing follows it, not even a space: it may still be being typed.
    let isOpen: Bool

    /// Never fails: a quote that is not closed is no quote.
    static func tokens(of query: String) -> [SearchToken] {
        var tokens: [SearchToken] = []
        var rest = query[...]
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard !rest.isEmpty else { return tokens }
            tokens.append(take(from: &rest))
        }
    }

    static func take(from rest: inout Substring) -> SearchToken {
        var body = rest
        let isNegated = body.first == "-" && body.dropFirst().first.map { !$0.isWhitespace } == true
        if isNegated { body = body.dropFirst() }
        let bare = body.prefix { !$0.isWhitespace && $0 != "\"" }
        let after = body[bare.endIndex...]
        if after.first == "\"", let close = after.dropFirst().firstIndex(of: "\"") {
            let quoted = after[after.index(after: after.startIndex)..<close]
            rest = after[after.index(after: close)...]
            return SearchToken(
                bare: String(bare), quoted: String(quoted), isNegated: isNegated, isOpen: false)
        }
        let piece = body.prefix { !$0.isWhitespace }
        rest = body[piece.endIndex...]
        return SearchToken(
            bare: String(piece), quoted: nil, isNegated: isNegated, isOpen: rest.isEmpty)
    }
}
