import Foundation
import Testing

@testable import enxamed

@Suite struct DotEnvTests {
    @Test(
        "a line is NAME=value, with quotes taken off and nothing else read into it",
        arguments: [
            ("A=1", ["A": "1"]), ("  A = 1  ", ["A": "1"]), ("A=", ["A": ""]),
            ("A=b=c", ["A": "b=c"]), ("A=\"b c\"", ["A": "b c"]), ("A='b'", ["A": "b"]),
            ("A=\"", ["A": "\""]), ("A=\"b'", ["A": "\"b'"]), ("# A=1", [:]), ("", [:]),
            ("\n\n A=1\r\n# no\nB=2\n", ["A": "1", "B": "2"]), ("A=1\nA=2", ["A": "2"]),
            ("A=$(rm -rf /)", ["A": "$(rm -rf /)"]), ("SENHA=ção 🐝", ["SENHA": "ção 🐝"]),
        ])
    func lines(text: String, values: [String: String]) throws {
        #expect(try DotEnv.parse(text, path: ".env") == values)
    }

    @Test(
        "a line that is none is named by its number",
        arguments: [
            ("A=1\nnonsense\nB=2", 2), ("=1", 1), ("\n\n\n export A", 4), ("A=1\r\n\u{0}", 2),
        ])
    func broken(text: String, line: Int) {
        let error = #expect(throws: SettingError.self) { try DotEnv.parse(text, path: "a/.env") }
        #expect(error == .unreadableLine(file: "a/.env", line: line))
        #expect(error?.description == "a/.env, line \(line): not NAME=value")
    }

    @Test("no file is no settings, and a file that is no text is refused")
    func files() throws {
        let folder = try TemporaryFolder()
        #expect(try DotEnv.read(path: folder.path + "/.env") == [:])
        let good = try folder.write(Array("A=1".utf8), to: "good")
        #expect(try DotEnv.read(path: good) == ["A": "1"])
        let bad = try folder.write([0x41, 0x3D, 0xFF, 0xFE], to: "bad")
        #expect(throws: SettingError.unreadable(file: bad)) { try DotEnv.read(path: bad) }
        #expect(throws: SettingError.unreadable(file: folder.path)) {
            try DotEnv.read(path: folder.path)
        }
    }
}
