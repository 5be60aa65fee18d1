/// Makes new inputs out of old ones: bytes are changed, parts taken out, doubled, moved between
/// inputs, words put in. What it made becomes a beginning too, so that changes add up.
struct Mutator {
    private static let poolSize = 64

    private var random: SplitMix64
    private var pool: [[UInt8]]
    private let corpus: [[UInt8]]
    private let words: [[UInt8]]

    init(seed: UInt64, corpus: [[UInt8]], words: [[UInt8]]) {
        random = SplitMix64(state: seed)
        pool = corpus
        self.corpus = corpus
        self.words = words
    }

    mutating func next() -> [UInt8] {
        var bytes = (below(2) == 0 ? corpus : pool).randomElement(using: &random) ?? []
        for _ in 0..<(below(2) == 0 ? 1 : 1 + below(4)) { change(&bytes) }
        if pool.count < Self.poolSize + corpus.count {
            pool.append(bytes)
        } else if below(4) == 0 {
            // The good ones stay, or everything becomes noise.
            pool[corpus.count + below(Self.poolSize)] = bytes
        }
        return bytes
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

    private mutating func change(_ bytes: inout [UInt8]) {
        let (start, end) = part(of: bytes)
        switch below(14) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: end)
        case 2: bytes.removeSubrange(end...)
        case 3, 4: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: start)
        case 5:
            bytes.replaceSubrange(start..<end, with: words.randomElement(using: &random) ?? [])
        case 6:
            let other = pool.randomElement(using: &random) ?? []
            let (from, to) = part(of: other)
            bytes.replaceSubrange(start..<end, with: other[from..<to])
        default:
            guard !bytes.isEmpty else { return }
            let place = below(bytes.count)
            bytes[place] =
                below(2) == 0
                ? bytes[place] ^ (1 << UInt8(below(8))) : UInt8.random(in: 0...255, using: &random)
        }
        // Doubling adds up; readers that look at more are asked so by the corpus.
        if bytes.count > 20_000 { bytes.removeSubrange(20_000...) }
    }

    /// Mostly a short one.
    private mutating func part(of bytes: [UInt8]) -> (Int, Int) {
        let start = below(bytes.count + 1)
        let most = below(8) == 0 ? bytes.count : min(bytes.count, start + 16)
        return (start, Int.random(in: start...max(start, most), using: &random))
    }
}

private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
