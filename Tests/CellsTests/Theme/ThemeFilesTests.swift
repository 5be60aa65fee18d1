import Cells
import Foundation
import Testing

@Suite struct ThemeFilesTests {
    private static let folder = URL(filePath: #filePath).appending(path: "../../../../Themes")
        .standardized

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    }

    @Test("every theme that comes along is read without a problem and tells its colours apart")
    func themes() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".theme") }
        #expect(names.count >= 7)
        for name in names {
            let (theme, problems) = Theme.reading(try text(name), name: name)
            #expect(problems.isEmpty, "\(name)")
            let colours = [Meaning.text, .textDim, .accent, .border, .good, .warning, .bad]
                .map { theme.colour(.meaning($0)) }
            #expect(Set(colours).count == colours.count, "\(name)")
        }
    }

    @Test("the built-in theme and its file are the same")
    func builtIn() throws {
        let file = Theme.reading(try text("honey.theme"), name: Theme.builtIn.name).theme
        #expect(file == Theme.builtIn)
    }
}
