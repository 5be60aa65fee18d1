import API
import Domain

/// The entries of a catalog for a screen, each from its number: with accents, wide characters and
/// names of all lengths.
struct MadeCatalog: Sendable {
    private static let words = [
        "relatório", "segurança", "enxame", "atlas", "aula", "sistemas", "distribuídos", "mapa",
        "東京の地図", "anual", "podcast", "formigas", "manual", "operador", "dados", "qualidade",
        "ar", "fotos", "encontro", "backup", "interno", "coleção", "música", "livre", "história",
        "volume", "parte", "edição", "revista", "обзор", "kernel", "release", "notes", "concert",
        "live", "archive", "complete", "season", "de", "da", "the", "and", "of",
    ]
    private static let kinds: [FileKind] = [.pdf, .video, .audio, .image, .archive]

    let count: Int

    func entry(_ index: Int) -> CatalogSummary {
        var dice = SplitMix64(seed: 7, stream: index)
        let title = (0..<(2 + dice.index(below: 8))).map { _ in
            Self.words[dice.index(below: Self.words.count)]
        }
        return CatalogSummary(
            id: CatalogID(Int64(index + 1)),
            title: title.joined(separator: " ") + " \(index)",
            kind: Self.kinds[dice.index(below: Self.kinds.count)],
            size: ByteCount(clamping: Int64(dice.index(below: 1 << 36))), fileCount: 1,
            tags: [Self.words[dice.index(below: 20)], Self.words[dice.index(below: 20)]],
            uploader: "ana", minRoleWeight: .guest, status: .approved, infoHash: Self.hash(index),
            createdAt: Timestamp(seconds: 1_795_208_645 - Int64(index) * 300),
            seeders: dice.index(below: 300), leechers: dice.index(below: 40),
            completed: dice.index(below: 9000))
    }

    /// A page; the cursor is the number of its first entry.
    func page(_ query: CatalogQuery) -> CatalogPage {
        let start = min(count, query.page.cursor.flatMap(Int.init) ?? 0)
        let end = min(count, start + query.page.limit)
        return CatalogPage(
            items: (start..<end).map(entry), nextCursor: end < count ? String(end) : nil,
            total: count)
    }

    func detail(_ id: Int64) -> CatalogDetail {
        let summary = entry(Int(id) - 1)
        return CatalogDetail(
            summary: summary,
            description: String(
                repeating: "Análise anual dos incidentes e das medidas. ", count: 9),
            files: (1...12).map { number in
                CatalogFile(
                    path: "\(summary.title)/\(number).bin",
                    size: ByteCount(clamping: Int64(number) * 1_000_003))
            }, uploaderRole: "Admin", reason: nil)
    }

    static func hash(_ index: Int) -> InfoHash {
        var dice = SplitMix64(seed: 11, stream: index)
        guard let hash = InfoHash(dice.bytes(20)) else {
            preconditionFailure("twenty bytes are an info-hash")
        }
        return hash
    }
}
