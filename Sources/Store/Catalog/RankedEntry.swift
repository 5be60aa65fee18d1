import Domain
import Service

/// A candidate in its place.
struct RankedEntry {
    let id: CatalogID
    /// Smaller comes first; within a key, newer ids.
    let key: Double

    /// What a statement over `catalog c` selects for `init(row:)`.
    static func columns(_ order: EntryOrder, isTitle: Bool) -> String {
        "c.id, \(key(order, isTitle: isTitle)) as page_key"
    }

    init(row: [Int64]) {
        id = CatalogID(row[0])
        key = Double(row[1])
    }

    private static func key(_ order: EntryOrder, isTitle: Bool) -> String {
        switch order {
        case .newest: "-c.created_at"
        case .seeders: "-c.seeders"
        case .size: "-c.size"
        case .relevance:
            // Entries with all the words in the title, those of short titles first, as they are
            // most likely named so; then those that only mention them. Of equals the newest:
            // seconds fit below the rank, and a number that is real counts exactly to 2^53.
            isTitle
                ? "case when c.title_words < \(longTitle) then c.title_words else \(longTitle) end"
                    + " * \(step) - c.created_at"
                : "\(elsewhere) * \(step) - c.created_at"
        }
    }

    private static let longTitle: Int64 = 255
    private static let elsewhere: Int64 = 256
    /// More than any time has seconds.
    private static let step: Int64 = 1 << 40
}

extension [RankedEntry] {
    /// The page after `cursor`, with one more where there is one.
    func page(after cursor: EntryCursor?, _ limit: Int) -> [RankedEntry] {
        let rest = filter { entry in
            cursor.map { ($0.key, entry.id) < (entry.key, $0.id) } ?? true
        }
        return Array(rest.sorted { ($0.key, $1.id) < ($1.key, $0.id) }.prefix(limit + 1))
    }
}
