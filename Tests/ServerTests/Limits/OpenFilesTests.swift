import Foundation
import Server
import Testing

@Suite struct OpenFilesTests {
    @Test(
        "two full listeners leave files for the database",
        arguments: [
            (1024, 448, 224), (4096, 1984, 250), (8127, 3999, 250), (200, 36, 18), (64, 16, 8),
        ])
    func fewer(files: Int, connections: Int, perAddress: Int) {
        var limits = ConnectionLimits()
        let isLess = limits.fit(openFiles: files)
        #expect(isLess)
        #expect(limits.connections == connections && limits.perAddress == perAddress)
    }

    @Test("where there are enough nothing is less", arguments: [8128, 1_048_576, Int.max])
    func enough(files: Int) {
        var limits = ConnectionLimits()
        let isLess = limits.fit(openFiles: files)
        #expect(!isLess)
        #expect(limits == ConnectionLimits())
    }
}
