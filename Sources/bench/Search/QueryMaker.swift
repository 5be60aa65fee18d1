import Foundation

/// Makes searches as people type them, from the words of a catalog: the same for the same seed.
struct QueryMaker: Sendable {
    private static let commonWords = 20
    /// Shares of the entries that a middling word is in.
    private static let middling = 0.001...0.01

    let maker: CatalogMaker
    let items: Int
    /// Ranks of middling words.
    private let middlingRanks: ClosedRange<Int>

    init(maker: CatalogMaker, items: Int) {
        self.maker = maker
        self.items = items
        func share(_ rank: Int) -> Double {
            1 - pow(1 - maker.words.share(of: rank), CatalogMaker.meanWords)
        }
        let count = maker.vocabulary.words.count
        let first = (0..<count).first { share($0) <= Self.middling.upperBound } ?? 0
        let last = (first..<count).first { share($0) < Self.middling.lowerBound } ?? count
        middlingRanks = first...max(first, last - 1)
    }

    /// - Parameter count: of which no two are the same as long as there are so many.
    func queries(_ kind: SearchCase, count: Int) -> [String] {
        var dice = SplitMix64(seed: maker.seed, stream: -2 - Self.place(of: kind))
        var seen: Set<String> = []
        var made: [String] = []
        // There are only so many beginnings of two letters.
        for _ in 0..<(count * 40) where made.count < count {
            guard let query = query(kind, &dice), seen.insert(query).inserted else { continue }
            made.append(query)
        }
        let different = made.count
        while made.count < count, different > 0 { made.append(made[made.count % different]) }
        return made
    }

    /// A space at the end closes the last word, which is a beginning without.
    private func query(_ kind: SearchCase, _ dice: inout SplitMix64) -> String? {
        switch kind {
        case .middlingWords: middlingWord(&dice) + " " + middlingWord(&dice) + " "
        case .wordAndBeginning:
            beginning(3, &dice).map { middlingWord(&dice) + " " + $0 }
        case .commonWord, .pageTen: commonWord(&dice) + " "
        case .commonWords: pair(&dice)
        case .twoLetters: beginning(2, &dice)
        case .threeLetters: beginning(3, &dice)
        case .fourLetters: beginning(4, &dice)
        case .phrase: phrase(&dice)
        case .tagAndWord: tagAndWord(&dice)
        case .size: size(&dice)
        case .sizeAndWord: size(&dice) + " " + anyWord(&dice) + " "
        case .noHit: noHit(&dice)
        case .typo: typo(&dice)
        }
    }

    private static func place(of kind: SearchCase) -> Int {
        SearchCase.allCases.firstIndex(of: kind) ?? 0
    }
}

// MARK: words

extension QueryMaker {
    /// Some type the accents, some do not.
    private func word(_ rank: Int, _ dice: inout SplitMix64) -> String {
        let vocabulary = maker.vocabulary
        return dice.index(below: 2) == 0 ? vocabulary.words[rank] : vocabulary.plain[rank]
    }

    private func middlingWord(_ dice: inout SplitMix64) -> String {
        word(middlingRanks.lowerBound + dice.index(below: middlingRanks.count), &dice)
    }

    private func commonWord(_ dice: inout SplitMix64) -> String {
        word(dice.index(below: Self.commonWords), &dice)
    }

    private func anyWord(_ dice: inout SplitMix64) -> String {
        word(maker.words.draw(&dice), &dice)
    }

    private func pair(_ dice: inout SplitMix64) -> String? {
        let (first, second) = (commonWord(&dice), commonWord(&dice))
        return Vocabulary.plain(first) == Vocabulary.plain(second) ? nil : "\(first) \(second) "
    }

    /// Of a word as often as it is used.
    private func beginning(_ letters: Int, _ dice: inout SplitMix64) -> String? {
        let word = maker.vocabulary.plain[maker.words.draw(&dice)]
        return word.utf8.count > letters ? String(word.prefix(letters)) : nil
    }
}

// MARK: from real entries

extension QueryMaker {
    private func draft(_ dice: inout SplitMix64) -> CatalogMaker.Draft {
        maker.draft(dice.index(below: items))
    }

    private func phrase(_ dice: inout SplitMix64) -> String {
        let title = draft(&dice).title
        let place = dice.index(below: title.count - 1)
        return "\"\(title[place]) \(title[place + 1])\""
    }

    private func tagAndWord(_ dice: inout SplitMix64) -> String {
        let draft = draft(&dice)
        return "tag:\(draft.tags[0]) \(draft.title[dice.index(below: draft.title.count)]) "
    }

    private func size(_ dice: inout SplitMix64) -> String {
        "size>\(1000 + dice.index(below: 4000))M"
    }

    /// Words that nobody uses, and rare words that do not meet.
    private func noHit(_ dice: inout SplitMix64) -> String {
        if dice.index(below: 2) == 0 {
            let letters = "bcdfghjklmnpqrstvwxz".map { $0 }
            return String((0..<8).map { _ in letters[dice.index(below: letters.count)] }) + " "
        }
        let count = maker.vocabulary.words.count
        return (0..<3).map { _ in word(count / 2 + dice.index(below: count / 2), &dice) }
            .joined(separator: " ") + " "
    }

    /// A word of a title with one or two slips of the finger, which no word begins with.
    private func typo(_ dice: inout SplitMix64) -> String? {
        let words = draft(&dice).title.map(Vocabulary.plain).filter { $0.utf8.count >= 6 }
        guard !words.isEmpty else { return nil }
        var typed = Array(words[dice.index(below: words.count)])
        for _ in 0...dice.index(below: 2) { slip(&typed, &dice) }
        let query = String(typed)
        return maker.vocabulary.hasWord(beginningWith: query) ? nil : query
    }

    private func slip(_ word: inout [Character], _ dice: inout SplitMix64) {
        let letters = "abcdefghijlmnopqrstuvxz".map { $0 }
        let place = dice.index(below: word.count - 1)
        switch dice.index(below: 4) {
        case 0: word.remove(at: place)
        case 1: word.insert(letters[dice.index(below: letters.count)], at: place)
        case 2: word[place] = letters[dice.index(below: letters.count)]
        default: word.swapAt(place, place + 1)
        }
    }
}
