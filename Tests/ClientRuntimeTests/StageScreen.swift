import Cells
import ClientRuntime

final class StageScreen: ScreenPort {
    private let stage: Stage

    init(_ stage: Stage) { self.stage = stage }

    var size: Size { Size(width: 20, height: 1) }
    var wake: @Sendable () -> Void { { [stage] in stage.wake() } }
    func wait(timeout: Duration?) throws -> [ScreenInput] { stage.wait(timeout) }
    func paint(_ grid: Grid, theme: Theme) throws { try stage.paint(grid) }
    func redraw() { stage.redraw() }
    func copy(_ text: String) { stage.copy(text) }
    func suspend() throws { stage.suspend() }
    func close() { stage.close() }
}
