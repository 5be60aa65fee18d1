import Cells
import Client
import Domain
import Testing

@Suite struct PaneSizeTests {
    @Test("a pane takes half, then everything, then its place again")
    func catalog() throws {
        var stage = Sample.busy()
        let normal = stage.screen
        stage.press("+")
        try Golden.expect(stage.state, "pane-catalog-half")
        stage.press("+")
        try Golden.expect(stage.state, "pane-catalog-full")
        // The detail is still to be had.
        stage.press("l")
        #expect(stage.state.catalog.isDetailOpen && stage.shows("seeders"))
        stage.press("l")
        stage.press("+")
        #expect(stage.screen == normal)
        stage.press("_")
        #expect(stage.state.paneSize == .full)
    }

    @Test("the folded transfers grow when they have the focus")
    func strip() throws {
        var stage = Sample.busy()
        stage.press(.tab)
        stage.press("+")
        try Golden.expect(stage.state, "pane-strip-half")
        stage.press("+")
        try Golden.expect(stage.state, "pane-strip-full")
    }

    @Test("so do the other panes", arguments: ["2", "3"])
    func others(key: Character) throws {
        var stage = Sample.busy()
        stage.press(key)
        stage.press("+")
        try Golden.expect(
            stage.state, "pane-\(key)-half")
        stage.press("+")
        try Golden.expect(
            stage.state, "pane-\(key)-full")
    }

    @Test("every section of the console, in every size, stands in the screen")
    func console() {
        for section in AdminSection.allCases {
            for size in [
                Size(width: 40, height: 10), Size(width: 80, height: 24),
                Size(width: 120, height: 40), Size(width: 200, height: 60),
            ] {
                var stage = Sample.admin(section)
                stage.resize(size.width, size.height)
                for pane in [PaneSize.half, .full, .normal] {
                    stage.press("+")
                    #expect(stage.state.paneSize == pane)
                    let grid = view(stage.state)
                    #expect(grid.size == size)
                }
            }
        }
    }
}
