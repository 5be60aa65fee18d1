package enum TextAlignment: Hashable, Sendable {
    case left
    case right
    case centre
}

extension StringProtocol {
    /// How many columns the text takes on a screen.
    package var columns: Int {
        isPlainASCII ? utf8.count : reduce(0) { $0 + Cluster($1).width }
    }

    /// The text, or as much of it as fits with an ellipsis after it.
    package func truncated(to width: Int, ellipsis: String = "…") -> String {
        guard columns > width else { return String(self) }
        let room = width - ellipsis.columns
        guard room >= 0 else { return String(prefix(columns: width)) }
        return String(prefix(columns: room)) + ellipsis
    }

    /// Exactly `width` columns: cut with an ellipsis, or filled with spaces.
    package func fitted(to width: Int, alignment: TextAlignment = .left) -> String {
        let text = truncated(to: width)
        let free = Swift.max(0, width - text.columns)
        let before =
            switch alignment {
            case .left: 0
            case .right: free
            case .centre: free / 2
            }
        return String(repeating: " ", count: before) + text
            + String(repeating: " ", count: free - before)
    }

    /// The longest beginning that takes at most `width` columns.
    package func prefix(columns width: Int) -> SubSequence {
        var used = 0
        let end = indices.first { index in
            used += Cluster(self[index]).width
            return used > width
        }
        return self[..<(end ?? endIndex)]
    }

    /// The longest end that takes at most `width` columns: what an input field shows of a long text.
    package func suffix(columns width: Int) -> SubSequence {
        var used = 0
        let last = indices.reversed().first { index in
            used += Cluster(self[index]).width
            return used > width
        }
        return self[(last.map { index(after: $0) } ?? startIndex)...]
    }

    /// Fit for one line of anybody's screen: nothing that a terminal obeys, no bidi override, no
    /// zero-width character; white space becomes a space.
    package var cleanedForScreen: String {
        var cleaned = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace {
                cleaned.append(" ")
            } else if !TextSafety.isDangerous(scalar) {
                cleaned.append(scalar)
            }
        }
        return String(cleaned)
    }

    private var isPlainASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
}
