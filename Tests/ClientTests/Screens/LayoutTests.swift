import API
import Cells
import Client
import Domain
import Testing

@Suite struct LayoutTests {
    @Test("a pane with a number has it in its border", arguments: 1...5)
    func numbers(number: Int) {
        var stage = Sample.busy(as: BuiltInRoles.superAdmin)
        stage.press(Character("\(number)"))
        let titles = ["Catalog", "Transfers", "Ratio", "Admin", "Activity"]
        #expect(stage.shows("╭─ \(number) \(titles[number - 1]) ─"), "\(stage)")
    }

    @Test("where the menu of the console is a line, its section has the number")
    func sectionNumber() {
        var stage = Sample.admin(.users)
        stage.resize(80, 24)
        #expect(stage.shows("╭─ 4 Users ─"), "\(stage)")
    }

    @Test("at 120 columns every column of the catalog is there, at 80 the titles have the room")
    func columns() {
        var stage = Sample.busy(height: 40)
        for title in ["Title", "Type", "Size", "Swarm", "Age", "For"] {
            #expect(stage.shows(title), "\(stage)")
        }
        #expect(stage.shows("Supervisor"))
        stage.resize(80, 24)
        #expect(!stage.shows(" audio ") && stage.shows("Podcast: Enxames e formigas, ep. 12"))
    }

    @Test("what a search finds moves no column", arguments: [60, 80, 100, 120, 160])
    func steady(width: Int) throws {
        var stage = Sample.busy(width: width, height: 40)
        func column(_ stage: Stage) throws -> Int? {
            let line = try #require(view(stage.state).lines.first { $0.contains("Relatório de S") })
            return line.firstIndex(of: "▲").map { line.distance(from: line.startIndex, to: $0) }
        }
        let before = try column(stage)
        stage.press("/")
        stage.type("r")
        // Nothing of it is for some only.
        stage.answerCatalog(Sample.page(Sample.entries.filter { $0.minRoleWeight == .guest }))
        #expect(try column(stage) == before)
    }

    @Test("no border of a dialog stands against one of the pane behind")
    func dialogs() {
        let sizes = [
            Size(width: 40, height: 10), Size(width: 60, height: 18), Size(width: 80, height: 24),
        ]
        for (keys, size) in ["?", ":", "T", "L", "A"].flatMap({ key in sizes.map { (key, $0) } }) {
            var stage = Sample.busy()
            stage.resize(size.width, size.height)
            stage.type(keys)
            for line in stage.screen.split(separator: "\n") {
                for pair in ["││", "╭╭", "╰╰", "╮╮", "╯╯", "╰─╰", "╭─╭"] {
                    #expect(!line.contains(pair), "\(keys)\n\(stage.screen)")
                }
            }
        }
    }
}
