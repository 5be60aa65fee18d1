import Store
import Testing

/// A file that is not what was exported: each fault is told in one line, with its place, and
/// before a row is written.
@Suite(.inTurn) struct DamageTests {
    /// Small, with rows in several tables.
    private func sound() async throws -> SiteFile {
        let stage = try await StoreStage(.sqlite)
        try await AwkwardSite.fill(stage, infoBytes: 40)
        let file = try await SiteFile(of: stage.store)
        try await stage.store.close()
        let complaint = try await file.complaint()
        #expect(complaint == nil)
        return file
    }

    @Test("no byte can change without being found out")
    func everyByte() async throws {
        let file = try await sound()
        // Each place in a line comes up; one byte after the other would take long.
        for index in stride(from: 0, to: file.bytes.count, by: 7) {
            var damaged = file
            damaged.bytes[index] ^= 1
            #expect(try await damaged.complaint() != nil, "byte \(index)")
        }
    }

    @Test("no byte can be missing at the end")
    func everyLength() async throws {
        let file = try await sound()
        for length in stride(from: 0, to: file.bytes.count, by: 7) {
            let complaint = try await SiteFile(Array(file.bytes[..<length])).complaint()
            #expect(
                complaint?.hasPrefix("the file is cut off after line ") == true
                    || complaint == "this is not a site that enxamed exported", "\(length) bytes")
        }
    }

    @Test("a changed row is named by its block")
    func place() async throws {
        var file = try await sound()
        let line = try #require(file.lines.firstIndex { $0.contains("\"bia\"") })
        file.lines[line] = file.lines[line].replacing("\"bia\"", with: "\"eva\"")
        // The seal is on the line after the last row of the block.
        #expect(
            try await file.complaint()
                == "the file is damaged at line \(line + 2) (block 1 of account): "
                + "its 3 rows do not match their checksum")
    }

    @Test("two tables that changed places are named")
    func swapped() async throws {
        var file = try await sound()
        var lines = file.lines
        let hash = try #require(lines.firstIndex { $0.hasSuffix("\"table\":\"torrent_hash\"}") })
        let torrent = try #require(lines.firstIndex { $0.hasSuffix("\"table\":\"torrent\"}") })
        let after = try #require(lines.firstIndex { $0.hasSuffix("\"table\":\"catalog_file\"}") })
        lines.replaceSubrange(
            hash..<after, with: lines[torrent..<after] + lines[hash..<torrent])
        file.lines = lines
        #expect(
            try await file.complaint()
                == "the file is damaged at line \(hash + 1): "
                + "the table torrent is where torrent_hash should be")
    }

    @Test("a wrong column is named")
    func column() async throws {
        var file = try await sound()
        let line = try #require(file.lines.firstIndex { $0.hasSuffix("\"table\":\"setting\"}") })
        file.lines[line] = file.lines[line].replacing("value:text", with: "worth:text")
        #expect(
            try await file.complaint()
                == "the file is damaged at line \(line + 1): "
                + "the table setting has worth:text, and should have value:text")
    }

    @Test(
        "rows that are none of their table are told why",
        arguments: [
            ("[\"registration\"]", "this is not a row of its table"),
            ("[\"registration\",null]", "value is missing"),
            ("[\"registration\",5]", "value is not text"),
            ("[\"registration\",\"open\",1]", "this is not a row of its table"),
            ("[\"registration\",\"\\ud800\"]", "value is not text in UTF-8"),
        ])
    func row(_ row: String, why: String) async throws {
        var file = try await sound()
        let line = try #require(file.lines.firstIndex { $0.hasPrefix("[\"registration\"") })
        file.lines[line] = row
        #expect(
            try await file.complaint()
                == "the file is damaged at line \(line + 1) (block 1 of setting): \(why)")
    }

    @Test(
        "another format, version or schema is told as such",
        arguments: [
            ("\"format\":\"enxame-site\"", "\"format\":\"other\"", "this is not a site"),
            ("\"version\":1", "\"version\":2", "the file is of version 2 of its format"),
            ("\"schema\":", "\"schema\":9", "the file was exported by a newer enxamed (schema 9"),
            ("\"schema\":", "\"schema\":-", "the file was exported by an older enxamed"),
        ])
    func header(_ part: String, _ other: String, complaint: String) async throws {
        var file = try await sound()
        file.lines[0] = file.lines[0].replacing(part, with: other)
        let said = try #require(try await file.complaint())
        #expect(said.hasPrefix(complaint))
        #expect(!said.contains("\n"))
    }

    @Test("what is no site at all is told so", arguments: ["", "\n", "{}\n", "hello", "[1]\n{}\n"])
    func noSite(_ text: String) async throws {
        #expect(
            try await SiteFile(Array(text.utf8)).complaint()
                == "this is not a site that enxamed exported")
    }

    @Test("a file without a single line's end is not read into memory")
    func endless() async throws {
        let source = SiteSource { count in [UInt8](repeating: 0x20, count: count) }
        await #expect(throws: SiteFileFault.notASite) { try await source.check { _ in } }
    }

    @Test("what stands after the end is told")
    func more() async throws {
        var file = try await sound()
        let count = file.lines.count
        file.bytes += Array("more\n".utf8)
        #expect(
            try await file.complaint()
                == "the file is damaged at line \(count + 1): something stands after the end")
    }
}
