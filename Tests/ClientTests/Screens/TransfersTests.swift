import API
import Cells
import Client
import Domain
import Testing

@Suite struct TransfersTests {
    private func stage() -> Stage {
        var stage = Sample.busy()
        stage.press("2")
        stage.settle()
        return stage
    }

    @Test("p pauses what runs, and lets run what stands still")
    func pausing() {
        var stage = stage()
        stage.press("p")
        #expect(stage.effects == [.pauseTransfers([Sample.hash(2)])])
        stage.press(.down, .down)
        #expect(stage.status.contains("p resume"))
        stage.settle()
        stage.press("p")
        #expect(stage.effects == [.resumeTransfers([Sample.hash(5)])])
    }

    @Test("what is marked is acted upon together")
    func marking() {
        var stage = stage()
        stage.press(.character(" "), .character(" "))
        #expect(stage.state.transfers.marked == [Sample.hash(2), Sample.hash(3)])
        #expect(stage.shows("2 marked"))
        stage.press("p")
        guard case .staged(let staged) = stage.state.overlays.last else {
            Issue.record("no preview")
            return
        }
        #expect(staged.act == .pause && staged.items.count == 2)
        stage.press(.escape, .escape)
        #expect(stage.state.transfers.marked.isEmpty)
    }

    @Test("removing asks first, and the answer is on another key")
    func removing() {
        var stage = stage()
        stage.press("d")
        #expect(stage.effects.isEmpty)
        #expect(stage.shows("The files stay where they are."))
        stage.press("d")
        #expect(stage.effects.isEmpty, "the same key is no answer")
        stage.press("n")
        #expect(stage.state.overlays.isEmpty && stage.effects.isEmpty)
        stage.press("D")
        #expect(stage.shows("781 MiB on this disk are deleted for good."))
        stage.press("y")
        #expect(stage.effects == [.removeTransfers([Sample.hash(2)], withData: true)])
    }

    @Test("a finished file opens in the desktop's viewer, an unfinished one says why not")
    func opening() {
        var stage = stage()
        stage.press("o")
        #expect(stage.effects.isEmpty)
        #expect(stage.status.contains("it is not complete yet"))
        stage.press("G")
        stage.press("o")
        let finished = stage.state.transfers.current
        #expect(finished?.name == "relatorio-2026.pdf")
        #expect(
            stage.effects
                == finished.map { [.openFiles(of: $0.infoHash, name: "relatorio-2026.pdf")] })
    }

    @Test("what came back from an earlier run takes its title from the catalog, in either order")
    func titles() throws {
        let entry = try #require(Sample.entries.first)
        let transfer = Transfer(
            infoHash: entry.infoHash, name: "aula.avi", state: .seeding, size: .zero)
        var transfersFirst = Sample.signedIn()
        transfersFirst.send(.transferHappened(.changed([transfer])))
        transfersFirst.answerCatalog(Sample.page(Sample.entries))
        #expect(transfersFirst.state.transfers.title(of: transfer) == entry.title)
        var catalogFirst = Sample.signedIn()
        catalogFirst.answerCatalog(Sample.page(Sample.entries))
        catalogFirst.send(.transferHappened(.changed([transfer])))
        #expect(catalogFirst.state.transfers.title(of: transfer) == entry.title)
    }

    @Test("events keep the order of arrival, those that come in first, the cursor on its torrent")
    func order() {
        var stage = stage()
        stage.press("G")
        let current = stage.state.transfers.current?.id
        var first = Sample.transfers[0]
        first.done = first.size
        first.state = .seeding
        stage.send(.transferHappened(.changed([first])))
        #expect(stage.state.transfers.all[3].id == Sample.hash(2))
        #expect(stage.state.transfers.current?.id == current)
        stage.send(.transferHappened(.removed(Sample.hash(3))))
        #expect(stage.state.transfers.current?.id == current)
        #expect(stage.state.transfers.all.count == 5)
    }

    @Test("a finished torrent is told, and is brighter for half a second")
    func finished() {
        var stage = stage()
        stage.send(.transferHappened(.torrentFinished(Sample.hash(2))))
        #expect(stage.status.contains("Aula 07: sistemas distribuídos is complete."))
        #expect(stage.effects.contains(.setTick(milliseconds: 250)))
        stage.pass(milliseconds: 600)
        #expect(stage.state.transfers.changedAt.isEmpty)
        #expect(stage.effects.contains(.setTick(milliseconds: 1000)))
    }

    @Test("what trackers complain of stands with its torrent until they answer well")
    func trackers() {
        var stage = stage()
        stage.send(.transferHappened(.trackerProblem(Sample.hash(2), message: "you owe 3 GiB")))
        #expect(stage.shows("you owe 3 GiB"))
        stage.send(.transferHappened(.trackerAnswered(Sample.hash(2))))
        stage.pass(milliseconds: 60_000)
        #expect(!stage.shows("you owe 3 GiB"))
        #expect(stage.shows("answers well"))
    }

    @Test("an empty list says where to go")
    func empty() {
        var stage = Sample.signedIn()
        stage.press("2")
        #expect(stage.shows("Nothing here yet. Press 1 to search the catalog"))
    }

    @Test("the folded strip takes the keys with tab, and has a line of its own at 80×24")
    func strip() {
        var stage = Sample.busy(width: 80, height: 24)
        #expect(view(stage.state).lines[22].contains("↓ Aula 07"))
        stage.press(.tab)
        #expect(stage.state.contexts.first == .transfers)
        stage.press("p")
        #expect(stage.effects.contains(.pauseTransfers([Sample.hash(2)])))
        stage.press(.enter)
        #expect(stage.state.tab == .transfers)
        stage.resize(80, 19)
        stage.press("1")
        #expect(!stage.shows("8.1M/s"), "the strip folds below twenty rows")
    }

    @Test("rates are kept for ten minutes, a sample a second")
    func rates() {
        var history = RateHistory()
        for millisecond in stride(from: Int64(0), to: 700_000, by: 250) {
            history.sample(
                down: ByteCount(clamping: millisecond), up: .zero,
                at: Moment(milliseconds: millisecond))
        }
        #expect(history.down.count == RateHistory.seconds)
        #expect(history.down.last == 699_000)
        #expect(history.up.allSatisfy { $0 == 0 })
    }

    @Test("a row whose state changes is brighter for a moment, one whose figures change is not")
    func brightness() {
        var stage = Sample.busy()
        var moved = Sample.transfers[0]
        moved.done = moved.done + ByteCount(clamping: 4096)
        stage.send(.transferHappened(.changed([moved])))
        #expect(stage.state.transfers.changedAt.isEmpty)
        moved.state = .paused
        stage.send(.transferHappened(.changed([moved])))
        #expect(Array(stage.state.transfers.changedAt.keys) == [moved.id])
        #expect(stage.state.tickInterval == 250)
        stage.pass(milliseconds: 600)
        #expect(stage.state.transfers.changedAt.isEmpty && stage.state.tickInterval == 1000)
    }

    @Test("the peak of what is shown is never below the rate beside it")
    func peak() {
        var stage = Sample.signedIn()
        stage.send(.transferHappened(.changed(Sample.transfers)))
        stage.press("2")
        #expect(stage.shows("peak 12.4 MiB/s"), "\(stage)")
    }
}
