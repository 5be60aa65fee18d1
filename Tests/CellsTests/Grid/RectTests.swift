import Cells
import Testing

@Suite struct RectTests {
    private let rect = Rect(x: 2, y: 1, width: 21, height: 10)

    @Test("parts fill the whole and lose no cell to rounding")
    func parts() {
        let columns = rect.columns(.part(1), .part(1), .part(1))
        #expect(columns.map(\.width) == [7, 7, 7])
        #expect(rect.columns(.part(1), .part(1)).map(\.width) == [10, 11])
        let mixed = rect.columns(.part(2), .cells(6), .part(1), gap: 1)
        #expect(mixed.map(\.width) == [8, 6, 5])
        #expect(mixed.map(\.x) == [2, 11, 18])
        #expect(mixed.last?.maxX == rect.maxX)
    }

    @Test("what asks for more than there is gets what is left")
    func tooMuch() {
        #expect(rect.columns(.cells(15), .cells(15), .part(1)).map(\.width) == [15, 6, 0])
        #expect(rect.rows(.cells(100), .cells(1)).map(\.height) == [10, 0])
        #expect(
            Rect(x: 0, y: 0, width: 2, height: 1).columns(.part(1), .part(1), gap: 5).map(\.width)
                == [0, 0])
    }

    @Test("splits meet and never go negative")
    func splits() {
        #expect(rect.splitTop(3).rest == Rect(x: 2, y: 4, width: 21, height: 7))
        #expect(rect.splitBottom(3).bottom == Rect(x: 2, y: 8, width: 21, height: 3))
        #expect(rect.splitLeft(50).rest.width == 0)
        #expect(rect.splitRight(50).right == rect)
        #expect(rect.splitRight(-1).right.isEmpty)
        #expect(rect.inset(by: 20).isEmpty)
        #expect(rect.row(10).isEmpty && !rect.row(9).isEmpty)
        #expect(rect.rows(from: 8).height == 2)
        #expect(rect.rows(from: 8, count: 1).y == 9)
    }

    @Test("a dialog stands in the middle and inside")
    func centred() {
        #expect(rect.centred(width: 11, height: 4) == Rect(x: 7, y: 4, width: 11, height: 4))
        #expect(rect.centred(width: 99, height: 99) == rect)
    }
}
