import Cells
import Client
import Domain
import Testing

@Suite struct LimitsTests {
    private func opened() -> Stage {
        var stage = Sample.busy()
        stage.press("L")
        return stage
    }

    @Test("what is typed holds, is kept, and is told")
    func limits() throws {
        var stage = opened()
        try Golden.expect(stage.state, "limits")
        stage.type("2M")
        stage.press(.tab)
        stage.type("500k/s")
        stage.press(.enter)
        let limits = TransferLimits(download: ByteCount(2 << 20), upload: ByteCount(500 << 10))
        #expect(stage.state.limits == limits && stage.state.overlays.isEmpty)
        #expect(stage.effects == [.limitTransfers(limits), .rememberLimits(limits)])
        #expect(stage.status.contains("At most ↓ 2 MiB/s  ↑ 500 KiB/s."))
    }

    @Test("the form begins with what holds, and nothing typed is no limit")
    func none() {
        var stage = opened()
        stage.type("2M")
        stage.press(.enter)
        stage.press("L")
        #expect(stage.shows("2M"))
        stage.press(.control("u"), .enter)
        #expect(stage.state.limits == .none)
        #expect(stage.status.contains("Nothing is limited."))
    }

    @Test("garbage is refused with a sentence", arguments: ["fast", "-2M", "2X", "12"])
    func garbage(typed: String) {
        var stage = opened()
        stage.press(.tab)
        stage.type(typed)
        stage.press(.enter)
        #expect(stage.effects.isEmpty && stage.state.limits == .none)
        guard case .form(let form) = stage.state.overlays.last else {
            Issue.record("the form stays")
            return
        }
        #expect(form.focus == 1 && form.failure != nil)
    }

    @Test("limits kept from last time hold before the torrents wake")
    func start() throws {
        var stage = Stage(Sample.blank())
        stage.state.limits = TransferLimits(upload: ByteCount(1 << 20))
        stage.send(
            .started,
            .sessionResumed(Sample.server, .success(Sample.me("maria", Sample.customRole))))
        let limit = try #require(
            stage.effects.firstIndex(of: .limitTransfers(stage.state.limits)))
        let wake = try #require(stage.effects.firstIndex(of: .startTransfers))
        #expect(limit < wake)
    }
}
