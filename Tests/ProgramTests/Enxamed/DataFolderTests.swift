import Foundation
import Server
import Testing

@testable import enxamed

@Suite struct DataFolderTests {
    @Test("a folder is made where there is none, for its owner only, with a key that stays")
    func made() async throws {
        let parent = try TemporaryFolder()
        let path = parent.path + "/a/b"
        let key = try DataFolder(path: path).signingKeys.keys().keys[0].secret
        #expect(key.count == 32)
        #expect(key != [UInt8](repeating: key[0], count: 32))
        #expect(try await reopened(path).signingKeys.keys().keys.map(\.secret) == [key])
        for (name, mode) in [("", 0o700), ("/access.key", 0o600), ("/enxamed.lock", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
        }
    }

    @Test("a folder below a file, or a file in its place, is refused in one line")
    func unusable() throws {
        let parent = try TemporaryFolder()
        let file = try parent.write([1], to: "file")
        for path in [file, file + "/data"] {
            let error = #expect(throws: SettingError.self) { try DataFolder(path: path) }
            let words = error?.description ?? ""
            #expect(words.hasPrefix("cannot use the data folder \(path): "))
            #expect(!words.contains("\n") && !words.contains("Error Domain"))
        }
        #expect(parent.bytes("file") == [1])
    }

    @Test("a folder in use by another server is refused, and free again when that one ends")
    func inUse() async throws {
        let parent = try TemporaryFolder()
        try withExtendedLifetime(DataFolder(path: parent.path)) { _ in
            let error = #expect(throws: SettingError.self) { try DataFolder(path: parent.path) }
            #expect(error == .inUse(path: parent.path))
            #expect(
                error?.description == "another enxamed is using the data folder \(parent.path)")
        }
        _ = try await reopened(parent.path)
    }

    /// A program that another test starts at this moment holds our lock too, until it has become
    /// that program.
    private func reopened(_ path: String) async throws -> DataFolder {
        try await awaited("\(path) is free again") {
            do {
                return try DataFolder(path: path)
            } catch SettingError.inUse {
                return nil
            }
        }
    }

    @Test("a key of another length is refused rather than used or replaced")
    func brokenKey() throws {
        let parent = try TemporaryFolder()
        try parent.write([1, 2, 3], to: "access.key")
        let folder = try DataFolder(path: parent.path)
        #expect(
            throws: SettingError.dataFolder(
                path: parent.path, "access.key is neither 32 bytes long nor a list of keys")
        ) { try folder.signingKeys.keys() }
        #expect(parent.bytes("access.key") == [1, 2, 3])
    }
}
