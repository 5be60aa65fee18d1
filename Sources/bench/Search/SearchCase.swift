/// One kind of search that is measured.
enum SearchCase: String, CaseIterable, Codable, Sendable {
    case middlingWords = "two middling words"
    case wordAndBeginning = "a word and a beginning"
    case commonWord = "a common word"
    case commonWords = "two common words"
    case twoLetters = "2 letters"
    case threeLetters = "3 letters"
    case fourLetters = "4 letters"
    case phrase = "a phrase"
    case tagAndWord = "a tag and a word"
    case size = "a size"
    case sizeAndWord = "a size and a word"
    case pageTen = "page 10"
    case noHit = "no hit"
    case typo = "a typo"

    /// The page whose time is taken; those before are turned untimed.
    var page: Int { self == .pageTen ? 10 : 1 }

    /// Milliseconds that 99 of 100 searches stay within: a frame of a screen at 60 Hz, or three
    /// for somebody who mistyped.
    var bar: Double { self == .typo ? 50 : 16 }
}
