import Cells
import Client
import Domain
import Testing

@Suite struct StatusLineTests {
    private func line(_ stage: Stage, width: Int) -> String {
        var stage = stage
        stage.resize(width, 30)
        return view(stage.state).lines.last ?? ""
    }

    private func limited() -> Stage {
        var stage = Sample.busy()
        stage.state.limits = TransferLimits(
            download: ByteCount(20 << 20), upload: ByteCount(5 << 20))
        return stage
    }

    @Test("rates, limits, free disk and the connection, in full where there is room")
    func full() {
        #expect(
            line(limited(), width: 160).hasSuffix(
                "↓ 12.4M/s of 20M  ↑ 3.11M/s of 5M  free 182G  ● live"))
        #expect(
            line(Sample.busy(), width: 120).hasSuffix("↓ 12.4M/s  ↑ 3.11M/s  free 182G  ● live"))
    }

    @Test("at eighty columns words go and facts stay", arguments: [100, 90, 80])
    func narrow(width: Int) {
        let line = line(limited(), width: width)
        for fact in ["12.4M", "20M", "3.11M", "5M", "182G", "●"] {
            #expect(line.contains(fact), "\(line)")
        }
        #expect(line.contains("⏎ "), "the hints stay: \(line)")
    }

    @Test("how long until the next try stays too, and Portuguese fits")
    func away() {
        var stage = limited()
        stage.send(.eventsInterrupted(retryInSeconds: 20))
        #expect(line(stage, width: 80).contains("○ 20 s"))
        #expect(line(stage, width: 160).contains("reconnecting in 20 s"))
        var portuguese = Sample.busy(language: .portuguese)
        #expect(line(portuguese, width: 80).contains("182G"))
        portuguese.state.limits = limited().state.limits
        #expect(line(portuguese, width: 160).contains("de 20M"))
    }

    @Test("below sixty columns the keys come first")
    func tiny() {
        #expect(line(limited(), width: 50).hasSuffix("● live"))
    }
}
