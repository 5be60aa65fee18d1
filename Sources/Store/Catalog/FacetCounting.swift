import Domain
import Service

/// Counts what a search found by kind, tag, size and age. Everything counted was found for the
/// viewer, so no count tells of what they may not see.
struct FacetCounting {
    private static let mostTags = 12
    private let found: [Candidate]
    private let now: Timestamp

    init(_ found: [Candidate], now: Timestamp) {
        self.found = found
        self.now = now
    }

    func facets(isCapped: Bool, _ db: any SQLConnection) throws -> EntryFacets {
        var kinds: [FileKind: Int] = [:]
        for entry in found { kinds[entry.kind, default: 0] += 1 }
        return EntryFacets(
            kinds: FileKind.allCases.compactMap { kind in
                kinds[kind].map { EntryFacets.Count(kind, $0) }
            }.sorted { $0.count > $1.count },
            tags: try tags(db),
            sizes: SizeRange.allCases.compactMap { range in
                count(range) { range.contains($0.size) }
            },
            ages: AgeRange.allCases.compactMap { range in
                count(range) { range.contains(now.seconds - $0.createdAt) }
            },
            total: found.count, isCapped: isCapped)
    }

    private func count<Value>(_ value: Value, _ isIn: (Candidate) -> Bool)
        -> EntryFacets.Count<Value>?
    {
        let count = found.count(where: isIn)
        return count == 0 ? nil : EntryFacets.Count(value, count)
    }

    private func tags(_ db: any SQLConnection) throws -> [EntryFacets.Count<String>] {
        guard !found.isEmpty else { return [] }
        // Numbers of our own, so nothing of a stranger's gets into the statement.
        let ids = found.map { String($0.id.rawValue) }.joined(separator: ", ")
        return try db.all(
            """
            select tag, count(*) as n from catalog_tag where catalog_id in (\(ids))
            group by tag order by n desc, tag limit \(Self.mostTags)
            """
        ).map { EntryFacets.Count(try $0.text("tag"), try $0.int("n")) }
    }
}
