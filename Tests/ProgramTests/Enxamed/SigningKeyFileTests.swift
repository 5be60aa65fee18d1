import Domain
import Foundation
import Server
import Testing

@testable import enxamed

@Suite struct SigningKeyFileTests {
    private let now = Timestamp(seconds: 1_700_000_000)

    @Test("a rotation is taken up by a server that runs, and the file stays its owner's")
    func live() throws {
        let folder = try TemporaryFolder()
        try folder.write([UInt8](repeating: 9, count: 32), to: "access.key")
        let file = SigningKeyFile(folder: folder.path)
        let source = try file.source()
        let first = try #require(try source())
        #expect(first.keys.map(\.secret) == [[UInt8](repeating: 9, count: 32)])
        #expect(try source() == nil)
        let rotated = try file.rotate(at: now, forgetting: false)
        #expect(try source() == rotated)
        #expect(try source() == nil)
        #expect(rotated.keys.map(\.retiredAt) == [nil, now])
        #expect(rotated.keys.last?.secret == first.keys.first?.secret)
        let attributes = try FileManager.default.attributesOfItem(
            atPath: folder.path + "/access.key")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.filter { $0.contains("key") } == ["access.key"])
        #expect(try file.rotate(at: now, forgetting: true).keys.count == 1)
    }

    @Test("nothing is rotated in a folder that is no server's, or whose keys are broken")
    func refused() throws {
        let folder = try TemporaryFolder()
        let file = SigningKeyFile(folder: folder.path)
        #expect(throws: SettingError.self) { try file.rotate(at: now, forgetting: false) }
        try folder.write([1, 2, 3], to: "access.key")
        #expect(throws: SettingError.self) { try file.rotate(at: now, forgetting: false) }
        #expect(folder.bytes("access.key") == [1, 2, 3])
    }
}
