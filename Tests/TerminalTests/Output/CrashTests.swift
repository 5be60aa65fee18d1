import Foundation
import Testing

/// A program that the language itself ends, with the real screen up.
@Suite struct CrashTests {
    @Test("what the language says of its end is in the log, and on the terminal that is given back")
    func trap() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/enxame-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let log = folder + "/crash.log"
        let bytes = try ScreenSampleProgram.run(
            ["falling", log],
            environment: [
                "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
                // The language's own backtracer takes seconds, and has nothing to do with it.
                "SWIFT_BACKTRACE": "enable=no",
            ])
        let text = try String(contentsOfFile: log, encoding: .utf8)
        let lines = text.split(separator: "\n")
        #expect(lines.first == "ScreenSample")
        #expect(lines.contains { $0.contains(" SIGILL (4) at 0x") || $0.contains(" SIGTRAP (5) ") })
        let reason = try #require(lines.firstIndex { $0.contains("the sample has fallen over") })
        #expect(lines[reason].contains("ScreenSample.swift"))
        let frame = try #require(lines.firstIndex { $0.contains("ScreenSample(") })
        #expect(reason < frame)

        let written = String(decoding: bytes, as: UTF8.self)
        let back = try #require(written.range(of: "\u{1B}[?1049l", options: .backwards))
        let after = written[back.upperBound...]
        #expect(after.contains("It fell; see \(log)"))
        // Nothing of it stands in the middle of the screen.
        #expect(!written[..<back.lowerBound].contains("fallen over"))
    }
}
