import Foundation
import Testing

@testable import Server

@Suite struct PermissionTableTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../docs/permissions.md").standardized

    @Test("docs/permissions.md is what the code says; `make permissions` writes it anew")
    func document() throws {
        if ProcessInfo.processInfo.environment["ENXAME_WRITE_PERMISSIONS"] == "1" {
            try Data(PermissionTable.markdown.utf8).write(to: Self.file)
        }
        let written = try String(contentsOf: Self.file, encoding: .utf8)
        let isCurrent = written == PermissionTable.markdown
        #expect(isCurrent, "docs/permissions.md is out of date: run `make permissions`")
    }
}
