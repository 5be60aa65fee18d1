extension Phrase {
    /// One of two phrases, after a number: English says "one" of 1 alone, Portuguese of 0 as well
    /// (Unicode's plural rules, CLDR 46, `en` and `pt`).
    init(_ count: some BinaryInteger, one: Phrase, many: Phrase) {
        self.init(
            (count == 1 ? one : many).said(in: .english),
            (count.magnitude <= 1 ? one : many).said(in: .portuguese))
    }
}
