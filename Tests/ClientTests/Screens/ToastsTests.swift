import Cells
import Client
import Domain
import Testing

@Suite struct ToastsTests {
    /// With nothing told, at the beginning of a minute.
    private func still(width: Int = 120, height: Int = 36) -> Stage {
        var stage = Sample.catalog(width: width, height: height)
        stage.pass(milliseconds: 20_000)
        return stage
    }

    private func rows(of text: String, _ stage: Stage) -> [Int] {
        view(stage.state).lines.enumerated().filter { $0.element.contains(text) }.map(\.offset)
    }

    @Test("several stand one above the other, the newest lowest, and none over the hints")
    func stack() throws {
        var stage = still()
        let hints = view(stage.state).lines.last
        stage.send(.transferHappened(.changed(Sample.transfers)))
        stage.send(.transferHappened(.torrentFinished(Sample.hash(2))))
        stage.send(.transferHappened(.torrentFinished(Sample.hash(3))))
        let first = try #require(
            rows(of: "Aula 07: sistemas distribuídos is complete.", stage).first)
        let second = try #require(rows(of: "3 volumes) is complete.", stage).first)
        #expect(second == first + 1 && second < stage.state.size.height - 1)
        #expect(hints?.contains("⏎ open") == true)
        #expect(view(stage.state).lines.last?.contains("/ search") == true)
        stage.press("j")
        #expect(stage.state.catalog.cursor.index == 1, "the list has the keys")
    }

    @Test("of more than four the older ones are counted")
    func many() {
        var stage = still()
        stage.send(.transferHappened(.changed(Sample.transfers)))
        for transfer in Sample.transfers {
            stage.send(.transferHappened(.torrentFinished(transfer.id)))
        }
        #expect(rows(of: "is complete.", stage).count == 4)
        #expect(
            stage.shows("+2 more") && !stage.shows("Aula 07: sistemas distribuídos is complete."))
    }

    @Test("each fades by itself, and what went wrong stays longer")
    func fading() {
        var stage = still()
        stage.send(.transferHappened(.changed(Sample.transfers)))
        stage.send(.transferHappened(.torrentFinished(Sample.hash(2))))
        stage.press("X")
        let refusal = "You lack the permission catalog.delete."
        var fades: [[ActivityState.Toast.Fade]] = []
        for _ in 0..<8 {
            fades.append(stage.state.activity.toasts(at: stage.state.now).map(\.fade))
            stage.pass(milliseconds: 1000)
        }
        #expect(
            fades == [
                [.fresh, .fresh], [.fresh, .fresh], [.dim, .fresh], [.faint, .fresh], [.fresh],
                [.dim], [.faint], [],
            ])
        #expect(!stage.shows(refusal))
    }

    @Test("what is said twice is told once, and a clock set back keeps nothing")
    func repeated() {
        var stage = still()
        stage.press("X", "X", "X")
        #expect(stage.state.activity.toasts(at: stage.state.now).count == 1)
        stage.pass(milliseconds: -3_600_000)
        #expect(stage.state.activity.toasts(at: stage.state.now).isEmpty)
    }

    @Test("every size has them inside the body, under a dialog too")
    func sizes() throws {
        var stage = still()
        stage.send(.transferHappened(.changed(Sample.transfers)))
        for transfer in Sample.transfers {
            stage.send(.transferHappened(.torrentFinished(transfer.id)))
        }
        stage.press("X")
        try Golden.expect(
            stage.state, "toasts")
        stage.press("?")
        #expect(stage.shows("Search the catalog"))
    }
}

extension Stage {
    fileprivate mutating func press(_ letters: Character...) {
        for letter in letters { press(.character(letter)) }
    }
}
