import Cells
import Client
import Domain
import Testing

@Suite struct WideTests {
    @Test("catalog, transfers and detail stand side by side", arguments: [140, 160, 200])
    func threeColumns(width: Int) throws {
        var stage = Sample.busy(width: width, height: 40)
        let line = try #require(view(stage.state).lines.dropFirst().first)
        let places = ["╭─ 1 Catalog", "╭─ 2 Transfers", "╭─ Detail"].map {
            line.firstRange(of: $0)?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self).sorted() == places)
        // All of them to the last row.
        #expect(view(stage.state).lines.dropLast().last?.hasPrefix("╰") == true)
        stage.press(.tab)
        #expect(stage.state.isStripFocused)
        stage.press("j")
        #expect(stage.state.transfers.cursor.index == 1 && stage.shows("▌↓ 東京"))
        stage.press("1")
        #expect(!stage.state.isStripFocused && stage.state.tab == .catalog)
        stage.press("2")
        #expect(stage.state.isStripFocused && stage.state.tab == .catalog)
        stage.press("2")
        #expect(stage.state.tab == .transfers)
    }

    @Test("the column is there before the first transfer, and says what comes")
    func empty() {
        let stage = Sample.catalog(width: 160, height: 40)
        #expect(stage.shows("╭─ 2 Transfers ─") && stage.shows("Nothing here yet."))
    }

    @Test("more transfers than fit scroll with the cursor")
    func many() {
        var stage = Sample.busy(width: 160, height: 12)
        stage.press(.tab)
        stage.press("G")
        #expect(stage.shows("▌✓ Relatório") && stage.shows("of 6 ─╯"), "\(stage)")
    }

    @Test("every wide screen stands in the screen, with room used", arguments: [160, 200])
    func panes(width: Int) throws {
        var stage = Sample.busy(width: width, height: 48)
        stage.press("2", "2")
        #expect(stage.shows("╭─ Swarm ─") && stage.shows("╭─ Rates ─"))
        stage.press("3")
        stage.showRatio()
        let lines = view(stage.state).lines
        #expect(lines[1].contains("╭─ 3 Ratio") && lines[1].contains("╭─ By torrent"))
    }

    @Test("golden at 200 by 60")
    func golden() throws {
        var stage = Sample.busy(as: BuiltInRoles.superAdmin)
        try Golden.expect(stage.state, "wide-catalog", alsoAt: Size(width: 140, height: 40))
        stage.press("3")
        stage.press("]")
        stage.showRatio()
        try Golden.expect(stage.state, "wide-ratio")
    }
}

extension Stage {
    fileprivate mutating func press(_ letters: Character...) {
        for letter in letters { press(.character(letter)) }
    }
}
