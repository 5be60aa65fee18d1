import Cells

/// Where a search is narrowed: beside the list, in the detail's place, or over it where there is
/// no such place.
struct FacetsLayout {
    enum Line: Equatable {
        case heading(FacetGroup)
        /// By its place among all choices.
        case choice(Int)
        case gap
    }

    let box: Rect
    /// The search as it stands; empty where it can be seen beside.
    let search: Rect
    let lists: [Rect]
    /// What stands in each of `lists`.
    let columns: [[Line]]
    let isBeside: Bool
    /// How far a page goes.
    let pageHeight: Int

    init(_ state: AppState, _ facets: FacetsState) {
        let body = ScreenLayout(state.size).body
        let catalog = CatalogLayout(state)
        isBeside = catalog.isDetailFixed
        if isBeside, let detail = catalog.detail {
            box = detail
        } else {
            box = body.dialog(
                width: min(76, body.width - 2), height: min(22, max(8, body.height - 2)))
        }
        let inside = box.inset(horizontal: 2, vertical: 1)
        search = isBeside ? inside.rows(from: 0, count: 0) : inside.row(0)
        let area = isBeside ? inside : inside.rows(from: 2)
        let choices = state.facetChoices(facets)
        // Types and tags at the left, sizes and ages at the right, where one column is too long.
        let one = Self.lines(choices, FacetGroup.allCases)
        if one.count > area.height, area.width >= 50 {
            columns = [Self.lines(choices, [.type, .tag]), Self.lines(choices, [.size, .age])]
        } else {
            columns = [one]
        }
        lists = area.columns(Array(repeating: .part(1), count: columns.count), gap: 4)
        pageHeight = area.height
    }

    private static func lines(_ choices: [FacetChoice], _ groups: [FacetGroup]) -> [Line] {
        var lines: [Line] = []
        for group in groups {
            let places = choices.indices.filter { choices[$0].group == group }
            guard !places.isEmpty else { continue }
            if !lines.isEmpty { lines.append(.gap) }
            lines.append(.heading(group))
            lines += places.map { .choice($0) }
        }
        return lines
    }
}
