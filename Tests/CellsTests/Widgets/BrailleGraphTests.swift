import Cells
import Testing

@Suite struct BrailleGraphTests {
    private func graph(
        _ values: [Double], maximum: Double? = nil, growth: BrailleGraph.Growth = .up,
        width: Int, height: Int
    ) -> String {
        var grid = Grid(width: width, height: height)
        BrailleGraph(values, maximum: maximum, gradient: .download, growth: growth).draw(
            on: &grid, in: grid.bounds)
        return grid.text
    }

    @Test("a rising series rises, two values to a cell")
    func rising() {
        #expect(graph([0, 1, 2, 3, 4, 4], width: 3, height: 1) == "⢀⣴⣿")
        #expect(graph([1, 2, 3, 4, 5, 6, 7, 8], width: 4, height: 2) == "  ⣠⣾\n⣠⣾⣿⣿")
    }

    @Test("mirrored, it hangs from the top")
    func mirrored() {
        #expect(graph([1, 2, 3, 4], growth: .down, width: 2, height: 1) == "⠙⢿")
        #expect(graph([8, 8, 4, 4], growth: .down, width: 2, height: 2) == "⣿⣿\n⣿")
    }

    @Test("the newest value is at the right, and older ones leave at the left")
    func newestAtTheRight() {
        #expect(graph([4, 4], width: 3, height: 1) == "  ⣿")
        #expect(graph([4, 4, 4, 4, 0, 0, 1, 1], width: 2, height: 1) == " ⣿")
    }

    @Test("a little is never drawn as nothing, and nothing never as a little")
    func smallValues() {
        #expect(graph([1, 0, 1_000_000, 0], width: 2, height: 1) == "⡀⡇")
    }

    @Test("odd values draw nothing and do not trap")
    func oddValues() {
        #expect(graph([.nan, -1, -.infinity, 0], width: 2, height: 1) == "")
        #expect(graph([.infinity, 1], width: 1, height: 1) == "⢸")
        #expect(graph([], width: 2, height: 1) == "")
        #expect(graph([1], maximum: 0, width: 1, height: 1) == "")
        #expect(graph([5, 9], maximum: 1, width: 1, height: 1) == "⣿")
        #expect(graph([1], width: 0, height: 0) == "")
    }
}
