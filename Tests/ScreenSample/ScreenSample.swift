import Cells
import Foundation
import Terminal

/// Shows one screen with everything that a terminal is asked to show, and ends: the tests keep the
/// bytes that come of it.
///
/// With the argument `answered` it waits until the terminal has answered what it was asked, shows the
/// same again, and says what the answer was.
@main
enum ScreenSample {
    static func main() {
        do {
            try show()
        } catch {
            print(error)
            exit(1)
        }
    }

    private static func show() throws {
        let settings = TerminalSettings(environment: ProcessInfo.processInfo.environment)
        let screen = try Screen(settings)
        let sample = Sample.grid
        try screen.paint(sample, theme: .builtIn)
        guard CommandLine.arguments.contains("answered") else { return screen.close() }
        var answer: Bool??
        while answer == nil {
            for input in try screen.wait(timeout: .seconds(20)) {
                if case .answered(let isGroundLight) = input { answer = .some(isGroundLight) }
                if case .ended = input { return screen.close() }
            }
        }
        try screen.paint(sample, theme: .builtIn)
        screen.close()
        print("light: \(answer.flatMap { $0 }.map { "\($0)" } ?? "not said")")
    }
}
