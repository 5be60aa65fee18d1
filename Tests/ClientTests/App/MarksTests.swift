import API
import Cells
import Domain
import Testing

@testable import Client

@Suite struct MarksTests {
    private func transfers() -> Stage {
        var stage = Sample.busy()
        stage.press(.function(2))
        stage.settle()
        return stage
    }

    private func lists() -> [(String, Stage, MarkedList)] {
        var users = Sample.admin(.users)
        users.answerUsers()
        return [
            ("catalog", Sample.catalog(), .catalog), ("transfers", transfers(), .transfers),
            ("users", users, .users), ("approvals", Sample.admin(.approvals), .approvals),
        ]
    }

    @Test("space marks and moves on, in every list that has marks")
    func marking() {
        for (name, stage, list) in lists() {
            var stage = stage
            #expect(stage.state.markedList == list, "\(name)")
            stage.press(.character(" "), .character(" "))
            #expect(stage.state.marked(in: list).count == 2, "\(name)\(stage)")
            #expect(stage.shows("2 marked"), "\(name)\(stage)")
            #expect(stage.screen.count { $0 == "◆" } == 2, "\(name)\(stage)")
            stage.press(.escape)
            #expect(stage.state.marked(in: list).count == 0, "\(name)")
        }
    }

    @Test("v marks every row up to the cursor, and v or space ends it; the cursor's row too")
    func range() {
        for end: Character in ["v", " "] {
            for (name, stage, list) in lists() {
                var stage = stage
                stage.press("v")
                stage.press("j")
                #expect(stage.shows("range of 2"), "\(name)\(stage)")
                #expect(stage.screen.count { $0 == "◆" } == 2, "\(name)\(stage)")
                stage.press(.character(end))
                #expect(stage.state.marked(in: list).count == 2, "\(name)")
                #expect(stage.state.marked(in: list).range == nil, "\(name)")
            }
        }
    }

    @Test("Esc gives up a range first, and then the marks")
    func escape() {
        var stage = transfers()
        stage.press("*")
        let all = stage.state.transfers.marked.count
        #expect(all == stage.state.transfers.all.count)
        stage.strike("v2j")
        #expect(stage.shows("range of 3"))
        stage.press(.escape)
        #expect(stage.state.transfers.marked.count == all && !stage.shows("range of"))
        stage.press(.escape)
        #expect(stage.state.transfers.marked.isEmpty && stage.state.tab == .transfers)
    }

    @Test("a range upwards is one too, and what was marked before stays so")
    func upwards() {
        var stage = transfers()
        stage.strike("5G")
        stage.press(.character(" "))
        stage.strike("3Gv2kv")
        let rows = stage.state.transfers.all
        #expect(stage.state.transfers.marked == Set([0, 1, 2, 4].map { rows[$0].id }))
    }

    @Test("marks stay on what was marked when rows move, also those of a range")
    func identity() {
        var marks = Marks<String>()
        var rows = ["a", "b", "c", "d"]
        marks.apply(.range, cursor: 1, count: 4) { rows[$0] }
        rows = ["x", "b", "y", "c", "d"]
        marks.settle(cursor: 3) { rows.firstIndex(of: $0) }
        #expect(marks.range == 1...3)
        marks.apply(.range, cursor: 3, count: 5) { rows[$0] }
        #expect(marks.ids == ["b", "y", "c"])
        marks.apply(.range, cursor: 0, count: 5) { rows[$0] }
        rows.removeFirst()
        marks.settle(cursor: 0) { rows.firstIndex(of: $0) }
        #expect(!marks.isRanging && marks.ids == ["b", "y", "c"])
    }

    @Test("* marks what was not, and takes the mark from what was")
    func invert() {
        var stage = transfers()
        stage.press(.character(" "), .character("*"))
        #expect(stage.state.transfers.marked.count == stage.state.transfers.all.count - 1)
        #expect(!stage.state.transfers.marked.contains(stage.state.transfers.all[0].id))
    }

    @Test("where there is nothing to mark, that is the reason")
    func nothing() {
        var stage = Sample.signedIn()
        stage.answerCatalog(Sample.page([]))
        stage.press("v")
        #expect(stage.status.contains("there is nothing to mark"))
        stage.press(.function(5))
        stage.press("v")
        #expect(stage.status.contains("v does nothing here"))
    }

    @Test("n and N go to the rows of the last search, round and round")
    func hits() {
        var stage = Sample.busy()
        stage.press("n")
        #expect(stage.status.contains("nothing was searched for yet"))
        stage.type("/aula")
        stage.press(.enter)
        stage.press(.function(2))
        stage.strike("G")
        stage.press("n")
        #expect(
            stage.state.transfers.current.map { stage.state.transfers.title(of: $0) }?
                .hasPrefix("Aula") == true)
        stage.press("n")
        #expect(stage.status.contains("No other row has “aula”"))
    }

    @Test("n goes down and N goes up, as often as a count says")
    func directions() throws {
        var stage = Sample.busy()
        let transfers = stage.state.transfers
        func hits(_ word: String) -> [Int] {
            transfers.all.indices.filter { row in
                let title = transfers.title(of: transfers.all[row])
                return !SearchHits.ranges(of: SearchQuery(word), in: title).isEmpty
            }
        }
        let word = try #require(["a", "e", "d", "o", "p"].first { hits($0).count > 2 })
        stage.type("/" + word)
        stage.press(.enter)
        stage.press(.function(2))
        stage.strike("gg")
        let round = hits(word).filter { $0 > 0 } + hits(word).filter { $0 == 0 }
        stage.press("n")
        #expect(stage.state.transfers.cursor.index == round[0])
        stage.press("n")
        #expect(stage.state.transfers.cursor.index == round[1])
        stage.press("N")
        #expect(stage.state.transfers.cursor.index == round[0])
        stage.strike("2n")
        #expect(stage.state.transfers.cursor.index == round[2])
    }
}
