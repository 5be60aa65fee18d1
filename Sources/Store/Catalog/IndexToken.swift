import Domain

/// What the full-text index holds instead of the words themselves: tokens that every engine takes
/// for one word and leaves as it is.
///
/// A mark before each word says what kind it is. It also makes the shortest word three characters
/// long and no word a stop word, which InnoDB would leave out (`innodb_ft_min_token_size`,
/// `innodb_ft_enable_stopword`).
enum IndexToken {
    /// Stands in every entry, for searches that only take away.
    static let every = "e_all"
    /// Between parts of an entry, so that no phrase reaches from one into the next.
    static let end = "b_b"

    /// A word, wherever it stands.
    static func word(_ word: String) -> String { "w_" + spelled(word) }

    /// A word of a title, once more.
    static func titleWord(_ word: String) -> String { "h_" + spelled(word) }

    /// `nil` for a tag without a letter or digit.
    static func tag(_ tag: String) -> String? {
        let words = SearchWords.of(tag)
        return words.isEmpty ? nil : "t_" + words.map(spelled).joined(separator: "_")
    }

    static func kind(_ kind: FileKind) -> String { "k_" + kind.rawValue }
    static func uploader(_ id: UserID) -> String { "u_\(id)" }

    /// A size as the length of its binary number, and as the four that this length belongs to, so
    /// that a range of sizes is few tokens.
    static func sizes(_ size: ByteCount) -> [String] {
        let digits = digits(size.bytes)
        return [exactly(digits), about(digits / span)]
    }

    /// What one of stands in every entry whose size has so many digits.
    static func sizes(digits: ClosedRange<Int>) -> [String] {
        var tokens: [String] = []
        var next = digits.lowerBound
        while next <= digits.upperBound {
            if next.isMultiple(of: span), next + span - 1 <= digits.upperBound {
                tokens.append(about(next / span))
                next += span
            } else {
                tokens.append(exactly(next))
                next += 1
            }
        }
        return tokens
    }

    /// 128 TiB and more is all the same.
    static let mostDigits = 47
    private static let span = 4

    static func digits(_ number: Int64) -> Int {
        min(Int64.bitWidth - number.leadingZeroBitCount, mostDigits)
    }

    private static func exactly(_ digits: Int) -> String { "z_\(digits)" }
    private static func about(_ four: Int) -> String { "y_\(four)" }

    /// Engines agree about letters of the older scripts; of others they see the number.
    private static func spelled(_ word: String) -> String {
        // Nearly every word is plain, and this runs for each of a million entries.
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
        var spelled = ""
        for scalar in word.unicodeScalars where spelled.utf8.count < 70 {
            if scalar.value < 0x700, scalar.properties.isAlphabetic {
                spelled.unicodeScalars.append(scalar)
            } else {
                spelled += "_" + String(scalar.value, radix: 16)
            }
        }
        return spelled
    }
}
