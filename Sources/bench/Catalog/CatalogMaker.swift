import Domain
import Foundation
import Service

/// Makes the entries of a catalog: the same ones for the same seed, each without the others.
struct CatalogMaker: Sendable {
    /// 2015-01-01, and an entry each five minutes: a million of them end in 2024.
    private static let beginning: Int64 = 1_420_070_400
    private static let interval: Int64 = 300
    private static let endings = ["mkv", "mp4", "pdf", "png", "flac", "zip", "txt", "bin"]
    /// Words of an entry's title and description, on average.
    static let meanWords = 5 + 22.5

    let seed: UInt64
    let vocabulary: Vocabulary
    let words: Zipf
    private let tags: Zipf

    /// - Parameter words: of which a hundredth are tags as well.
    init(seed: UInt64, words: Int = 200_000) {
        self.seed = seed
        self.words = Zipf(count: words)
        tags = Zipf(count: words / 100)
        vocabulary = Vocabulary(count: words, seed: seed)
    }

    func infoHash(_ index: Int) -> InfoHash? {
        var dice = SplitMix64(seed: seed, stream: index)
        return InfoHash(dice.bytes(20))
    }

    func draft(_ index: Int) -> Draft {
        var dice = SplitMix64(seed: seed, stream: index)
        return Draft(
            infoHash: InfoHash(dice.bytes(20)), title: drawWords(2 + dice.index(below: 7), &dice),
            tags: drawTags(1 + dice.index(below: 4), &dice),
            description: drawWords(15 + dice.index(below: 16), &dice), size: Self.size(&dice),
            ending: Self.endings[dice.index(below: Self.endings.count)],
            weight: Self.weight(&dice), uploader: dice.index(below: .max),
            createdAt: Timestamp(seconds: Self.beginning + Int64(index) * Self.interval))
    }

    private func drawWords(_ count: Int, _ dice: inout SplitMix64) -> [String] {
        (0..<count).map { _ in vocabulary.words[words.draw(&dice)] }
    }

    private func drawTags(_ count: Int, _ dice: inout SplitMix64) -> [String] {
        var drawn: [String] = []
        for _ in 0..<count {
            // Spread over the vocabulary, so that a tag may be a frequent word or a rare one.
            let tag = vocabulary.words[tags.draw(&dice) * 97 + 5]
            if !drawn.contains(tag) { drawn.append(tag) }
        }
        return drawn
    }

    /// Log-normal around 300 MB, as mixed libraries are.
    private static func size(_ dice: inout SplitMix64) -> ByteCount {
        let radius = sqrt(-2 * log(1 - dice.unit()))
        let normal = radius * cos(2 * .pi * dice.unit())
        return ByteCount(clamping: Int64(min(300e6 * exp(2 * normal), 1e14)))
    }

    private static func weight(_ dice: inout SplitMix64) -> RoleWeight {
        let value =
            switch dice.unit() {
            case ..<0.70: 0
            case ..<0.85: 100
            case ..<0.95: 400
            default: 1000
            }
        return RoleWeight(value) ?? .superAdmin
    }
}

extension CatalogMaker {
    /// An entry before anybody uploads it.
    struct Draft {
        let infoHash: InfoHash?
        let title: [String]
        let tags: [String]
        let description: [String]
        let size: ByteCount
        let ending: String
        let weight: RoleWeight
        let uploader: Int
        let createdAt: Timestamp

        /// - Parameter uploaders: not empty.
        func entry(uploaders: [UserID]) -> NewEntry {
            let title = title.joined(separator: " ")
            let name = "\(title).\(ending)"
            return NewEntry(
                title: title, description: description.joined(separator: " "), tags: tags,
                minRoleWeight: weight, status: .approved,
                uploaderID: uploaders[uploader % uploaders.count],
                metainfo: Metainfo(
                    name: name, files: [TorrentFile(path: name, size: size)], size: size,
                    pieceLength: 1 << 20, infoHashes: infoHash.map { [$0] } ?? [],
                    // The catalog is measured, not the torrents in it.
                    info: Array("de".utf8), pieceLayers: nil, becamePrivate: false),
                createdAt: createdAt)
        }
    }
}
