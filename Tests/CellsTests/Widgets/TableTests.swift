import Cells
import Testing

@Suite struct TableTests {
    private let columns = [
        TableColumn("Title", .flexible(minimum: 24)),
        TableColumn("Type", .fixed(7), priority: 3),
        .number("Size", 5),
        TableColumn("Swarm", .fixed(9), priority: 1),
        .number("Age", 4, priority: 2),
    ]

    @Test("columns leave by priority before the title is cut below its minimum")
    func dropping() {
        #expect(TableLayout(columns, width: 80).places.map(\.index) == [0, 1, 2, 3, 4])
        #expect(TableLayout(columns, width: 57).places.map(\.index) == [0, 1, 2, 3, 4])
        #expect(TableLayout(columns, width: 56).places.map(\.index) == [0, 2, 3, 4])
        #expect(TableLayout(columns, width: 47).places.map(\.index) == [0, 2, 3])
        #expect(TableLayout(columns, width: 31).places.map(\.index) == [0, 2])
        #expect(TableLayout(columns, width: 10).places.map(\.index) == [0, 2])
    }

    @Test("the title takes what the others leave, and all together the whole width")
    func filling() {
        let layout = TableLayout(columns, width: 80)
        #expect(layout.places.first?.width == 47)
        #expect(layout.places.last.map { $0.x + $0.width } == 80)
        #expect(layout.shows(1))
        #expect(!TableLayout(columns, width: 40).shows(1))
    }

    @Test("no column leaves the row, at any width", arguments: 0...100)
    func bounded(width: Int) {
        for place in TableLayout(columns, width: width).places {
            #expect(place.width >= 0 && place.x >= 0)
            #expect(place.width == 0 || place.x + place.width <= width)
        }
    }

    @Test("numbers stand at the right, texts at the left, titles over them")
    func rows() {
        var grid = Grid(width: 34, height: 2)
        let layout = TableLayout(
            [TableColumn("Title", .flexible(minimum: 10)), .number("Size", 6), .number("Up", 4)],
            width: 34)
        layout.drawTitles(on: &grid, in: grid.bounds.row(0))
        layout.drawRow(
            [
                [Span("東京の地図 (atlas, 3 volumes)")], [Span("388M")],
                [Span("12", .text), Span("K", .textDim)],
            ],
            on: &grid, in: grid.bounds.row(1))
        #expect(
            grid.lines == [
                "Title                   Size    Up",
                "東京の地図 (atlas, …    388M   12K",
            ])
        #expect(
            layout.rect(of: 1, in: grid.bounds.row(1)) == Rect(x: 22, y: 1, width: 6, height: 1))
    }
}
