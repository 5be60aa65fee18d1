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

    /// Sizes of as many binary digits share a token.
    static func size(_ size: ByteCount) -> String { Self.size(digits: digits(size.bytes)) }
    static func size(digits: Int) -> String { "z_\(digits)" }
    static func digits(_ number: Int64) -> Int { Int64.bitWidth - number.leadingZeroBitCount }

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
