import Cells
import Client
import Domain
import Testing

@Suite struct ColumnsTests {
    private func opened(_ pane: Character = "2") -> Stage {
        var stage = Sample.busy(width: 160, height: 40)
        stage.press(pane)
        if pane == "2" { stage.press(pane) }
        stage.settle()
        stage.press("C")
        return stage
    }

    @Test("columns are shown and hidden live, beside the table")
    func hiding() throws {
        var stage = opened()
        try Golden.expect(
            stage.state, "columns")
        #expect(stage.shows("Columns of Transfers") && stage.shows(" ETA "))
        for _ in 0..<5 { stage.press("j") }
        stage.press(" ")
        #expect(!stage.state.columns[.transfers].shown.contains(.eta))
        stage.press(.escape)
        #expect(!stage.shows(" ETA ") && stage.state.overlays.isEmpty)
        #expect(stage.effects == [.rememberColumns(stage.state.columns)])
    }

    @Test("the column that names a row is never hidden")
    func needed() {
        var stage = opened()
        stage.press(" ")
        #expect(stage.effects.isEmpty && stage.state.columns == .standard)
    }

    @Test("they are ordered, and the cursor goes with the column")
    func order() throws {
        var stage = opened()
        stage.press("J")
        #expect(stage.state.columns[.transfers].order.prefix(2) == [.progress, .title])
        stage.press("J")
        #expect(stage.state.columns[.transfers].order.prefix(3) == [.progress, .size, .title])
        stage.press(.escape)
        let titles = try #require(view(stage.state).lines.first { $0.contains("Progress") })
        let progress = try #require(titles.firstRange(of: "Progress"))
        let title = try #require(titles.firstRange(of: "Title"))
        #expect(progress.lowerBound < title.lowerBound)
        #expect(stage.shows("Aula 07: sistemas distribuídos") && stage.shows("disk full"))
    }

    @Test("widths begin with what is on the screen, have bounds, and go back")
    func widths() {
        var stage = opened()
        for _ in 0..<2 { stage.press("j") }
        stage.press(">")
        #expect(stage.state.columns[.transfers].widths == [.size: 8])
        for _ in 0..<20 { stage.press("<") }
        #expect(stage.state.columns[.transfers].widths == [.size: 3])
        stage.press("=")
        #expect(stage.state.columns == .standard)
    }

    @Test("a drag on a border finds it where it is, and sets the width")
    func drag() throws {
        for pane: Character in ["1", "2"] {
            var stage = opened(pane)
            stage.press(.escape)
            let edge = try #require(stage.state.columnEdges.first { $0.column == .size })
            let grid = view(stage.state)
            // The last letter of the title stands before the border.
            #expect(grid[edge.rect.x - 1, edge.rect.y].text == "e", "\(stage)")
            #expect(grid[edge.rect.x, edge.rect.y].text == " ")
            stage.send(.columnSized(edge.table, edge.column, width: edge.width + 4))
            let moved = stage.state.columnEdges.first { $0.column == .size }
            #expect(moved?.width == edge.width + 4)
        }
    }

    @Test("a list without columns says so")
    func nowhere() {
        var stage = Sample.busy()
        stage.press("5")
        stage.press("C")
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("this list has no columns to choose"))
    }

    @Test("members have columns too, with the role as a badge")
    func users() {
        var stage = Sample.admin(.users, width: 160, height: 40)
        #expect(stage.shows("[SuperAdmin]") && stage.shows("[Gerente Regional]"))
        stage.press("C")
        #expect(stage.shows("Columns of Users"))
        stage.press("j")
        stage.press(" ")
        stage.press(.escape)
        #expect(!stage.shows("[Gerente Regional]"))
    }

    @Test("whatever a file says, every column is there once and the needed one shows")
    func anything() {
        let choice = ColumnChoice(
            .users, order: [.role, .role, .swarm, .name], hidden: [.name, .up, .eta],
            widths: [.role: -5, .eta: 9, .name: 10_000])
        #expect(choice.order == [.role, .name, .up, .down, .ratio, .since, .standing])
        #expect(choice.hidden == [.up])
        #expect(choice.widths == [.role: 3, .name: 120])
    }
}
