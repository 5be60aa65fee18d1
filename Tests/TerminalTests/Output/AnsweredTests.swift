import Cells
import Foundation
import Testing

@testable import Terminal

/// The real screen on a terminal that answers.
@Suite struct AnsweredTests {
    private let environment = [
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
    ]

    /// Answers once all has been asked.
    private func shown(_ widths: [WidthSample: Int], ground: String?) throws -> String {
        let bytes = try ScreenSampleProgram.run(["answered"], environment: environment) { written in
            let text = String(decoding: written, as: UTF8.self)
            guard text.contains("\u{1B}[c") else { return nil }
            // Only behind all of the first paint, so that what comes after it is the second.
            guard text.contains("#ff8800") else { return nil }
            let cursors = WidthSample.allCases.map { sample in
                "\u{1B}[4;\((widths[sample] ?? sample.text.columns) + 1)R"
            }.joined()
            return cursors + (ground.map { "\u{1B}]11;\($0)\u{1B}\\" } ?? "") + "\u{1B}[?64;1c"
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("its ground is known, and whether that is light")
    func ground() throws {
        #expect(try shown([:], ground: "rgb:ffff/ffff/ffff").contains("light: true"))
        #expect(try shown([:], ground: "rgb:1e1e/1e1e/2e2e").contains("light: false"))
    }

    @Test("colours that cannot be read on it are painted anew")
    func colours() throws {
        /// What is painted behind the end of the first paint.
        func second(_ ground: String) throws -> Substring {
            let text = try shown([:], ground: ground)
            let first = try #require(text.range(of: "#ff8800"))
            return text[first.upperBound...]
        }
        #expect(try second("rgb:ffff/ffff/ffff").contains("accent"))
        #expect(try !second("rgb:0/0/0").contains("accent"))
    }

    @Test("what it draws wide is painted again in ASCII, and no answer is left for the shell")
    func wide() throws {
        let text = try shown([.lines: 2, .signs: 2], ground: nil)
        let paints = text.components(separatedBy: "\u{1B}[H\u{1B}[2J")
        #expect(paints.count == 3)
        let (first, second) = (paints[1], try #require(paints.last))
        #expect(first.contains("╭") && first.contains("●"))
        // The whole screen is drawn anew, since nobody knows where its cells have come to stand.
        #expect(second.contains("+-") && second.contains("ção 漢字"))
        #expect(!second.contains("─") && !second.contains("●"))
        #expect(second.contains("light: not said"))
        // Neither echoed nor left in the line.
        #expect(!second.contains(/\[4;\d+R/))
    }

    @Test("a terminal that answers nothing is left all the same, and soon")
    func silent() throws {
        let start = ContinuousClock.now
        _ = try ScreenSampleProgram.run(environment: environment)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
