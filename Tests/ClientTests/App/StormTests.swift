import API
import Cells
import Client
import Domain
import Testing

/// A window that never rests.
@Suite("A storm of sizes") struct StormTests {
    @Test("a thousand sizes with keys in between: the row stays the row, and the screen its size")
    func thousand() async throws {
        var random = Dice(seed: 1000)
        var stage = Sample.busy()
        stage.press("j")
        stage.press("j")
        for step in 0..<1000 {
            let size = Size(
                width: 1 + Int(random.next() % 300), height: 1 + Int(random.next() % 90))
            let before = stage.state.catalog.current?.id
            stage.send(.resized(size))
            #expect(stage.state.catalog.current?.id == before, "step \(step), \(size)")
            let grid = view(stage.state)
            #expect(grid.size == size, "step \(step)")
            switch random.next() % 6 {
            case 0: stage.press("j")
            case 1: stage.press("k")
            case 2: stage.press("+")
            case 3: stage.press("_")
            case 4: stage.pass(milliseconds: 40)
            default: break
            }
            if step % 20 == 0 { await Task.yield() }
        }
        // Whatever way led there, the same state is the same screen.
        var fresh = stage
        fresh.resize(10, 5)
        fresh.resize(120, 36)
        stage.resize(120, 36)
        #expect(view(fresh.state).text == view(stage.state).text)
        #expect(view(fresh.state).text.contains(try #require(stage.state.catalog.current).title))
    }
}
