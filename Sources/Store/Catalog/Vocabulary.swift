import Domain

/// The words of titles and tags, and of each its trigrams, to find what a mistyped word was meant
/// to be. Words are only ever added, so no two servers wait for each other over them; what a
/// deleted entry leaves behind is harmless, for nothing is proposed that finds nothing.
enum Vocabulary {
    /// Shorter words are too near to too many.
    private static let shortest = 4
    private static let longest = 24

    static func learn(_ words: Set<String>, _ db: any SQLConnection) throws {
        // In one order everywhere: two servers that add the same words never wait in a circle.
        let new = try unknown(words.filter(isKept).sorted(), db)
        guard !new.isEmpty else { return }
        try SQLInsertion(into: "catalog_word", ["word"], ifMissing: db.dialect).insert(
            new.map { [.text($0)] }, db)
        try SQLInsertion(
            into: "catalog_gram", ["gram", "length", "word"], ifMissing: db.dialect
        ).insert(
            new.flatMap { word in
                let length = SQLValue.int(word.unicodeScalars.count)
                return grams(of: word).sorted().map { [.text($0), length, .text(word)] }
            }, db)
    }

    /// Those of `words` that are not there yet, in the same order.
    private static func unknown(_ words: [String], _ db: any SQLConnection) throws -> [String] {
        var known: Set<String> = []
        for start in stride(from: 0, to: words.count, by: 50) {
            let some = words[start..<min(start + 50, words.count)]
            let places = some.map { _ in "?" }.joined(separator: ", ")
            let rows = try db.all(
                "select word from catalog_word where word in (\(places))", some.map { .text($0) })
            known.formUnion(try rows.map { try $0.text("word") })
        }
        return words.filter { !known.contains($0) }
    }

    /// Words that share many trigrams with this one, the likest first.
    static func near(_ word: String, limit: Int, _ db: any SQLConnection) throws -> [String] {
        let grams = grams(of: word).sorted()
        let length = word.unicodeScalars.count
        guard isKept(word) else { return [] }
        // A word two letters away differs in length by two at most.
        let lengths = (length - 2)...(length + 2)
        let places = grams.map { _ in "?" }.joined(separator: ", ")
        return try db.all(
            """
            select word, count(*) as shared from catalog_gram
            where gram in (\(places)) and length in (\(lengths.map(String.init).joined(separator: ", ")))
            group by word order by shared desc, word limit ?
            """, grams.map { .text($0) } + [.int(limit)]
        ).map { try $0.text("word") }
    }

    private static func isKept(_ word: String) -> Bool {
        let length = word.unicodeScalars.count
        return (shortest...longest).contains(length)
            && word.unicodeScalars.allSatisfy { $0.value < 0x700 }
    }

    /// Three letters each, the word's two ends counting as letters.
    private static func grams(of word: String) -> Set<String> {
        let letters = Array("^\(word)$".unicodeScalars)
        guard letters.count >= 3 else { return [] }
        return Set(
            (0...(letters.count - 3)).map { start in
                String(String.UnicodeScalarView(letters[start..<start + 3]))
            })
    }
}
