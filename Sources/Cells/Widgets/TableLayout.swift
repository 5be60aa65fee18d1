/// Where the columns of a table stand at some width, and which had to leave.
package struct TableLayout: Hashable, Sendable {
    package struct Place: Hashable, Sendable {
        /// Of the column, among those that were asked for.
        package let index: Int
        package let x: Int
        package let width: Int
        let alignment: TextAlignment
        let title: String
    }

    package let places: [Place]

    package init(_ columns: [TableColumn], width: Int, gap: Int = 2) {
        var kept = Array(columns.enumerated())
        func needed() -> Int {
            kept.reduce(gap * max(0, kept.count - 1)) { $0 + $1.element.minimum }
        }
        while needed() > width,
            // Of equals, the one further right leaves first.
            let leaving = kept.filter({ $0.element.priority > 0 }).max(by: {
                ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset)
            })
        {
            kept.removeAll { $0.offset == leaving.offset }
        }
        let flexible = kept.filter(\.element.isFlexible).count
        var free = width - needed()
        var remaining = flexible
        var x = 0
        var places: [Place] = []
        for (index, column) in kept {
            var columnWidth = column.minimum
            if column.isFlexible {
                // When not even the minimum fits, `free` is negative and the column shrinks.
                let extra = free / remaining
                free -= extra
                remaining -= 1
                columnWidth = max(0, columnWidth + extra)
            }
            places.append(
                Place(
                    index: index, x: x, width: max(0, min(columnWidth, width - x)),
                    alignment: column.alignment, title: column.title))
            x += columnWidth + gap
        }
        self.places = places
    }

    /// Where column `index` ends: the gap right of it is its border, by which it is made wider.
    package func edge(of index: Int) -> Int? {
        places.first { $0.index == index }.map { $0.x + $0.width }
    }

    package func shows(_ index: Int) -> Bool { places.contains { $0.index == index } }

    /// Where column `index` stands in a row, for what is not text: bars, graphs.
    package func rect(of index: Int, in row: Rect) -> Rect? {
        places.first { $0.index == index }.map {
            Rect(x: row.x + $0.x, y: row.y, width: $0.width, height: row.height)
        }
    }

    /// The titles, dimmed, in the first row of `rect`.
    package func drawTitles(on grid: inout Grid, in rect: Rect, style: Style = .dim) {
        for place in places {
            grid.write(
                place.title, in: cell(place, in: rect), style: style, alignment: place.alignment)
        }
    }

    /// A row's texts, one for each column asked for, also for those that have left.
    package func drawRow(_ cells: [[Span]], on grid: inout Grid, in rect: Rect) {
        for place in places where cells.indices.contains(place.index) {
            let area = cell(place, in: rect)
            let spans = cells[place.index]
            if spans.count == 1, let only = spans.first {
                grid.write(only.text, in: area, style: only.style, alignment: place.alignment)
            } else {
                grid.write(spans, in: area, alignment: place.alignment)
            }
        }
    }

    private func cell(_ place: Place, in rect: Rect) -> Rect {
        Rect(x: rect.x + place.x, y: rect.y, width: place.width, height: min(1, rect.height))
    }
}
