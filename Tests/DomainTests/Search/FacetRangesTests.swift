import Domain
import Testing

/// A facet's count is worth nothing if its term finds something else.
@Suite struct FacetRangesTests {
    private func bounds(_ term: String) -> [SearchTerm] {
        let clauses = SearchQuery(term).clauses
        #expect(!clauses.isEmpty)
        return clauses.map(\.term)
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

    @Test(
        "a size is in the range whose term finds it, and in no other", arguments: SizeRange.allCases
    )
    func sizes(range: SizeRange) {
        for edge in [Int64(0), 100 << 20, 1 << 30, 10 << 30, 1 << 60] {
            for size in [edge - 1, edge, edge + 1] where size >= 0 {
                let finds = bounds(range.term).allSatisfy { term in
                    if case .size(let bound) = term { keeps(bound, size) } else { false }
                }
                #expect(finds == range.contains(size), "\(size)")
                #expect(SizeRange.allCases.count { $0.contains(size) } == 1)
            }
        }
    }

    @Test("an age is in the ranges whose terms find it", arguments: AgeRange.allCases)
    func ages(range: AgeRange) {
        for edge in [0, 1, 7, 30, 365].map({ Int64($0) * 86_400 }) {
            for age in [edge - 1, edge, edge + 1] where age >= 0 {
                let finds = bounds(range.term).allSatisfy { term in
                    if case .age(let bound) = term { keeps(bound, age) } else { false }
                }
                #expect(finds == range.contains(age), "\(age)")
            }
        }
    }
}
