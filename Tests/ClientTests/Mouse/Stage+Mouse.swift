import Cells
import Testing

@testable import Client

extension Stage {
    /// Presses and lets go, at a time of the mouse's clock.
    mutating func click(_ point: Point, at time: Int64, _ button: MouseEvent.Button = .left) {
        send(
            .pointed(MouseEvent(.press(button), at: point), at: time),
            .pointed(MouseEvent(.release(button), at: point), at: time + 50))
    }

    /// Clicks on the first place where this text stands.
    mutating func click(
        _ text: String, at time: Int64 = 0, _ button: MouseEvent.Button = .left,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        click(
            try #require(place(of: text), sourceLocation: sourceLocation), at: time, button)
    }

    mutating func turn(_ wheel: MouseEvent.Wheel, at point: Point) {
        send(.pointed(MouseEvent(.wheel(wheel), at: point), at: 0))
    }

    func place(of text: String) -> Point? {
        let grid = view(state)
        for (y, line) in grid.lines.enumerated() {
            guard let range = line.firstRange(of: text) else { continue }
            return Point(line[..<range.lowerBound].columns, y)
        }
        return nil
    }
}
