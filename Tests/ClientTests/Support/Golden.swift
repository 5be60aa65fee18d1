import Cells
import Client
import Foundation
import Testing

/// Screens kept as text files that a person can read.
///
/// With `ENXAME_RECORD_GOLDENS=1` the files are written anew; look at them before they are kept.
enum Golden {
    /// The smallest that is drawn at all, the usual one, a comfortable one, and a large one.
    static let sizes = [
        Size(width: 40, height: 10), Size(width: 80, height: 24), Size(width: 120, height: 40),
        Size(width: 200, height: 60),
    ]

    static func expect(
        _ state: AppState, _ name: String, alsoAt more: Size...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for size in sizes + more.filter({ !sizes.contains($0) }) {
            try expect(at: size, state, name, sourceLocation: sourceLocation)
        }
    }

    static func expect(
        at size: Size, _ state: AppState, _ name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var state = state
        _ = update(&state, .resized(size))
        try expect(
            view(state), "\(name)-\(size.width)x\(size.height)", sourceLocation: sourceLocation)
    }

    private static func expect(
        _ grid: Grid, _ name: String, sourceLocation: SourceLocation
    ) throws {
        let text = picture(of: grid) + "\n"
        if ProcessInfo.processInfo.environment["ENXAME_RECORD_GOLDENS"] == "1" {
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "Goldens")
            try text.write(
                to: folder.appending(path: "\(name).txt"), atomically: true, encoding: .utf8)
            return
        }
        let file = Bundle.module.bundleURL.appending(path: "Goldens/\(name).txt")
        let wanted = try String(contentsOf: file, encoding: .utf8)
        guard text != wanted else { return }
        Issue.record(
            "\(name) looks different:\n\(difference(from: wanted, to: text))",
            sourceLocation: sourceLocation)
    }

    /// The screen as text, with the caret where nothing else stands.
    private static func picture(of grid: Grid) -> String {
        var grid = grid
        if let cursor = grid.cursor, grid[cursor.x, cursor.y].text == " " {
            grid.write("▏", at: cursor)
        }
        return grid.text
    }

    /// The lines that differ, the wanted one first.
    private static func difference(from wanted: String, to text: String) -> String {
        let before = wanted.split(separator: "\n", omittingEmptySubsequences: false)
        let after = text.split(separator: "\n", omittingEmptySubsequences: false)
        return (0..<max(before.count, after.count)).compactMap { row in
            let a = before.indices.contains(row) ? String(before[row]) : "(no line)"
            let b = after.indices.contains(row) ? String(after[row]) : "(no line)"
            return a == b ? nil : "line \(row + 1)\n  - \(a)\n  + \(b)"
        }.joined(separator: "\n")
    }
}
