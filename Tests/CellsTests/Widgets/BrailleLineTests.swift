import Cells
import Testing

@Suite struct BrailleLineTests {
    private func lines(_ values: [Double?], mark: Double? = nil) -> [String] {
        var grid = Grid(width: 4, height: 2)
        BrailleLine(values, maximum: 7, mark: mark).draw(on: &grid, in: grid.bounds)
        return grid.lines
    }

    @Test("a dot for each value, the newest at the right")
    func dots() {
        #expect(lines([0, 7]) == ["   ⠈", "   ⡀"])
        #expect(lines([0, 1, 2, 3, 4, 5, 6, 7]) == ["  ⡠⠊", "⡠⠊"])
    }

    @Test("what is not known leaves a gap, and the mark lies behind the line")
    func gaps() {
        #expect(lines([0, nil, nil, 0]) == ["", "  ⡀⢀"])
        #expect(lines([nil, nil, 5, 5], mark: 0) == ["   ⠤", "┄┄┄┄"])
    }

    @Test("numbers that are none are left out, others brought inside")
    func nonsense() {
        #expect(lines([.nan, .infinity, -5, 0]) == ["  ⠈", "   ⣀"])
    }
}
