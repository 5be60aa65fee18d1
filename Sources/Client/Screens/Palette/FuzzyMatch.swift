/// Whether the letters of what was typed stand in a text, in order, and where they stand best.
package struct FuzzyMatch: Hashable, Sendable {
    /// Higher is better.
    package let score: Int
    /// Which characters of the text they are, rising.
    package let places: [Int]

    private static let wordStart = 8
    private static let textStart = 4
    private static let afterMatch = 10
    private static let anywhere = 1

    /// `nil` when they do not. Case, accents and spaces typed do not count.
    package init?(of text: String, for needle: String) {
        let wanted = Self.folded(needle).filter { $0 != " " }
        let letters = Self.folded(text)
        guard !wanted.isEmpty else {
            (score, places) = (0, [])
            return
        }
        guard wanted.count <= letters.count else { return nil }
        // best[i][j]: the letters up to i, the last of them at j; nil where that is not.
        var best = [[(score: Int, before: Int)?]](
            repeating: [(score: Int, before: Int)?](repeating: nil, count: letters.count),
            count: wanted.count)
        for (row, letter) in wanted.enumerated() {
            // The best of the row above, left of the column.
            var left: (score: Int, place: Int)?
            for column in letters.indices {
                defer {
                    if row > 0, let above = best[row - 1][column], above.score > left?.score ?? .min
                    {
                        left = (above.score, column)
                    }
                }
                guard letters[column] == letter else { continue }
                let isStart = column == 0 || letters[column - 1] == " "
                let worth =
                    (isStart ? Self.wordStart : Self.anywhere) + (column == 0 ? Self.textStart : 0)
                if row == 0 {
                    best[row][column] = (worth, -1)
                    continue
                }
                if let left { best[row][column] = (left.score + worth, left.place) }
                if column > 0, let above = best[row - 1][column - 1] {
                    let score = above.score + max(worth, Self.afterMatch)
                    if score >= best[row][column]?.score ?? .min {
                        best[row][column] = (score, column - 1)
                    }
                }
            }
        }
        let last = best[wanted.count - 1]
        guard
            let end = last.indices.filter({ last[$0] != nil }).max(by: {
                (last[$0]?.score ?? 0) < (last[$1]?.score ?? 0)
            })
        else { return nil }
        var (row, column, places) = (wanted.count - 1, end, [Int]())
        while row >= 0, column >= 0, let step = best[row][column] {
            places.append(column)
            (row, column) = (row - 1, step.before)
        }
        score = last[end]?.score ?? 0
        self.places = places.reversed()
    }

    /// Lower case, and only the letter of what bears an accent.
    private static func folded(_ text: String) -> [Character] {
        text.map { character in
            let lower = character.lowercased().first ?? character
            return plain[lower] ?? lower
        }
    }

    private static let plain: [Character: Character] = [
        "á": "a", "à": "a", "â": "a", "ã": "a", "ä": "a", "é": "e", "ê": "e", "è": "e",
        "í": "i", "ó": "o", "ô": "o", "õ": "o", "ö": "o", "ú": "u", "ü": "u", "ç": "c",
    ]
}
