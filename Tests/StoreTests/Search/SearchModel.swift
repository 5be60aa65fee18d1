import Domain
import Service

/// What a search means, said as plainly as possible: the engines must agree with it, and so with
/// each other.
struct SearchModel {
    struct Item {
        let id: CatalogID
        let title: String
        let description: String
        let tags: [String]
        let weight: Int
        let size: Int64
        let seeders: Int
        let uploader: String
    }

    var items: [Item] = []

    /// Newest first.
    func found(_ query: SearchQuery, weight: Int) -> [CatalogID] {
        items.filter { item in
            item.weight <= weight
                && query.clauses.allSatisfy { holds($0.term, of: item) != $0.isNegated }
        }.map(\.id).sorted { $0 > $1 }
    }

    private func holds(_ term: SearchTerm, of item: Item) -> Bool {
        switch term {
        case .words(let words, let endsOpen):
            ([item.title, item.description] + item.tags).contains { part in
                stands(words, endsOpen, in: SearchWords.of(part))
            }
        case .tag(let tag): item.tags.contains { SearchWords.of($0) == SearchWords.of(tag) }
        case .kind(let kind): kind == .pdf
        case .uploader(let name): item.uploader == name
        case .size(let bound): keeps(bound, item.size)
        case .seeders(let bound): keeps(bound, Int64(item.seeders))
        case .age(let bound): keeps(bound, 0)
        }
    }

    private func stands(_ wanted: [String], _ endsOpen: Bool, in words: [String]) -> Bool {
        guard wanted.count <= words.count else { return false }
        return (0...(words.count - wanted.count)).contains { start in
            wanted.indices.allSatisfy { offset in
                let word = words[start + offset]
                return endsOpen && offset == wanted.count - 1
                    ? word.hasPrefix(wanted[offset]) : word == wanted[offset]
            }
        }
    }

    private func keeps(_ bound: SearchBound, _ value: Int64) -> Bool {
        switch bound.relation {
        case .atMost: value <= bound.value
        case .atLeast: value >= bound.value
        case .less: value < bound.value
        case .more: value > bound.value
        case .equal: value == bound.value
        }
    }
}
