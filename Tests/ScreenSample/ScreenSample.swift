import Cells
import Foundation
import Terminal

/// Shows one screen with everything that a terminal is asked to show, and ends: the tests keep the
/// bytes that come of it.
///
/// With the argument `answered` it waits until the terminal has answered what it was asked, shows the
/// same again, and says what the answer was.
///
/// With the arguments `falling` and the path of a log it falls over its own feet with the screen up.
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
        var settings = TerminalSettings(environment: ProcessInfo.processInfo.environment)
        let isFalling = CommandLine.arguments.dropFirst().first == "falling"
        if isFalling, let log = CommandLine.arguments.last {
            settings.crashLog = CrashLog(
                path: log, heading: "ScreenSample", notice: "It fell; see \(log)")
        }
        let screen = try Screen(settings)
        let sample = Sample.grid
        try screen.paint(sample, theme: .builtIn)
        if isFalling { preconditionFailure("the sample has fallen over") }
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
