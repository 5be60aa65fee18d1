import Cells
import Testing

@Suite struct BarTests {
    private func bar(_ share: Double, width: Int = 8) -> String {
        var grid = Grid(width: width, height: 1)
        ProgressBar(share).draw(on: &grid, in: grid.bounds)
        return grid.text
    }

    @Test("a bar grows by eighths of a cell and is full only when all is there")
    func bars() {
        #expect(bar(0) == "········")
        #expect(bar(1.0 / 64) == "▏·······")
        #expect(bar(0.5) == "████····")
        #expect(bar(0.63) == "█████···")
        #expect(bar(0.7) == "█████▌··")
        #expect(bar(0.9999) == "███████▉")
        #expect(bar(1) == "████████")
    }

    @Test("what is no share draws an empty or a full bar")
    func oddShares() {
        #expect(bar(.nan) == "········")
        #expect(bar(-1) == "········")
        #expect(bar(.infinity) == "████████")
        #expect(bar(0.5, width: 0) == "")
    }

    @Test("a bar takes its colours from the gradient by position, or a single meaning")
    func colours() {
        var grid = Grid(width: 5, height: 1)
        ProgressBar(1, gradient: .download).draw(on: &grid, in: grid.bounds)
        #expect(grid[0, 0].style.foreground == .gradient(.download, 0))
        #expect(grid[2, 0].style.foreground == .gradient(.download, 50))
        #expect(grid[4, 0].style.foreground == .gradient(.download, 100))
        ProgressBar(0.5, meaning: .paused).draw(on: &grid, in: grid.bounds)
        #expect(grid[0, 0].style.foreground == .meaning(.paused))
        #expect(grid[4, 0].style.foreground == .meaning(.meterTrack))
    }

    @Test("a gauge shows its value, its end and its marks")
    func gauge() {
        var grid = Grid(width: 44, height: 2)
        Gauge(
            1.5, of: 2, maximumLabel: "2.0",
            marks: [.init(1.5, "1.50"), .init(0.6, "required 0.60")]
        ).draw(on: &grid, in: grid.bounds)
        #expect(
            grid.text == """
                0 ▕███████████████████████████·········▏ 2.0
                             ▲ required 0.60  ▲ 1.50
                """)
    }

    @Test("a mark near the end has its words before its sign")
    func markAtTheEnd() {
        var grid = Grid(width: 24, height: 2)
        Gauge(1.9, of: 2, maximumLabel: "2", marks: [.init(1.9, "now 1.90")]).draw(
            on: &grid, in: grid.bounds)
        #expect(grid.text == "0 ▕█████████████████·▏ 2\n           now 1.90 ▲")
    }

    @Test("marks that collide or do not fit are left out", arguments: 0...30)
    func narrowGauge(width: Int) {
        var grid = Grid(width: 31, height: 2)
        Gauge(
            .infinity, of: 2, maximumLabel: "2.0", marks: [.init(0.1, "a"), .init(0.1, "b")]
        ).draw(on: &grid, in: Rect(x: 0, y: 0, width: width, height: 2))
        #expect(!grid.lines[1].contains("b"))
        #expect(grid.lines.allSatisfy { $0.columns <= width })
    }
}
