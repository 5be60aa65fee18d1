import Foundation

/// The words of a made-up language that a person could pronounce, some with Portuguese accents.
///
/// 1. The most frequent comes first, and short words tend to be frequent.
/// 2. No two differ in accents alone, which a search would take for one word.
struct Vocabulary: Sendable {
    private static let onsets = [
        "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "x", "z", "br", "cr",
        "tr", "pl", "gr", "ch", "nh", "qu", "j",
    ]
    private static let vowels = ["a", "e", "i", "o", "u", "a", "e", "o", "ai", "ei", "ou"]
    private static let accented = ["á", "é", "í", "ó", "ú", "â", "ê", "ã", "õ", "ão"]
    private static let codas = ["", "", "", "", "s", "r", "l", "m", "n"]

    let words: [String]
    /// The same without accents, as most people type.
    let plain: [String]
    /// Sorted, to ask what begins with what.
    private let sorted: [String]

    init(count: Int, seed: UInt64) {
        var dice = SplitMix64(seed: seed, stream: -1)
        var seen: Set<String> = []
        var made: [(word: String, plain: String, place: Double)] = []
        made.reserveCapacity(count)
        while made.count < count {
            let word = Self.word(&dice)
            let plain = Self.plain(word)
            guard seen.insert(plain).inserted else { continue }
            made.append((word, plain, Double(plain.utf8.count) + dice.unit() * 6))
        }
        made.sort { $0.place == $1.place ? $0.plain < $1.plain : $0.place < $1.place }
        words = made.map(\.word)
        plain = made.map(\.plain)
        sorted = plain.sorted(by: Self.precedes)
    }

    /// - Parameter plain: without accents.
    func hasWord(beginningWith plain: String) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(sorted[middle], plain) { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low].utf8.starts(with: plain.utf8)
    }

    static func plain(_ word: String) -> String {
        word.folding(options: .diacriticInsensitive, locale: nil)
    }

    private static func precedes(_ a: String, _ b: String) -> Bool {
        a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    private static func word(_ dice: inout SplitMix64) -> String {
        let syllables = [1, 2, 2, 3, 3, 4][dice.index(below: 6)]
        return (0..<syllables).map { _ in syllable(&dice) }.joined()
    }

    private static func syllable(_ dice: inout SplitMix64) -> String {
        let vowel =
            dice.index(below: 12) == 0
            ? accented[dice.index(below: accented.count)] : vowels[dice.index(below: vowels.count)]
        return onsets[dice.index(below: onsets.count)] + vowel
            + codas[dice.index(below: codas.count)]
    }
}
