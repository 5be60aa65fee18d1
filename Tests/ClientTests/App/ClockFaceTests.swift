import API
import Client
import Domain
import Testing

@Suite struct ClockFaceTests {
    /// The face before and after so much time.
    private func changes(_ stage: Stage, after milliseconds: Int64) -> Bool {
        var stage = stage
        let before = ClockFace(stage.state)
        let screen = stage.screen
        stage.pass(milliseconds: milliseconds)
        let isChanged = ClockFace(stage.state) != before
        // What looks different must have a different face; the reverse only costs a frame.
        if stage.screen != screen { #expect(isChanged) }
        return isChanged
    }

    /// With nothing fading, at the beginning of a minute.
    private func still() -> Stage {
        var stage = Sample.catalog()
        stage.send(.eventsConnected)
        stage.send(
            .ticked(Moment(milliseconds: Sample.now.milliseconds / 60_000 * 60_000 + 120_000)))
        return stage
    }

    @Test("a second in which nothing happens has one face, and a minute two")
    func minutes() {
        #expect(!changes(still(), after: 1000))
        #expect(!changes(still(), after: 30_000))
        #expect(changes(still(), after: 60_000))
    }

    @Test("a toast that leaves is seen")
    func toasts() {
        var stage = still()
        stage.press("q")
        #expect(!changes(stage, after: 1000))
        #expect(changes(stage, after: 4000))
    }

    @Test("the countdown to the next try is told each second")
    func countdown() {
        var stage = still()
        stage.send(.eventsInterrupted(retryInSeconds: 20))
        #expect(changes(stage, after: 1000))
    }

    @Test("a graph of rates moves only where it is, and only while something moved")
    func graph() {
        var stage = still()
        stage.press("2")
        #expect(!changes(stage, after: 1000))
        stage.send(.transferHappened(.changed(Sample.transfers)))
        #expect(changes(stage, after: 1000))
        stage.pass(milliseconds: 1000)
        stage.press("1")
        #expect(!changes(stage, after: 1000))
    }
}
