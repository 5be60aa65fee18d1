import Bencoding
import Domain
import Testing

@Suite struct MetainfoReaderTests {
    private func error(_ bytes: [UInt8]) -> MetainfoError? {
        do {
            _ = try MetainfoReader.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    private func error(_ builder: TorrentBuilder) -> MetainfoError? { error(builder.bytes) }

    private static let files = [
        TorrentFile(path: "Pasta/a.bin", size: ByteCount(clamping: 40_000)),
        TorrentFile(path: "Pasta/sub/é.txt", size: ByteCount(clamping: 9)),
        TorrentFile(path: "Pasta/vazio", size: .zero),
    ]

    @Test(
        "torrents of each format as libtorrent writes them are read alike",
        arguments: [
            (Samples.v1, [Samples.v1Hash]), (Samples.v2, [Samples.v2Hash]),
            (Samples.hybrid, Samples.hybridHashes),
        ])
    func formats(bytes: [UInt8], hashes: [String]) throws {
        let metainfo = try MetainfoReader.read(bytes)
        #expect(metainfo.name == "Pasta")
        #expect(metainfo.files == Self.files)
        #expect(metainfo.size == ByteCount(clamping: 40_009))
        #expect(metainfo.pieceLength == 16_384)
        #expect(metainfo.infoHashes.map(\.hex) == hashes)
        #expect(!metainfo.becamePrivate)
    }

    @Test("what is written for a member is read again with the same hashes and layers")
    func written() throws {
        let metainfo = try MetainfoReader.read(Samples.hybrid)
        let url = "http://127.0.0.1:6969/announce?passkey=abc"
        let bytes = TorrentFileWriter.bytes(metainfo, announce: url)
        let again = try MetainfoReader.read(bytes)
        #expect(again == metainfo)
        let root = try BencodeDocument(bytes).root
        #expect(root["announce"]?.string == Array(url.utf8)[...])
        #expect(root.isCanonical)
    }

    @Test("a missing private flag is set, and the hashes are of the private version")
    func privateFlag() throws {
        let open = TorrentBuilder().with("private", nil).with("zz", .string("kept")).bytes
        let closed = TorrentBuilder().with("zz", .string("kept")).bytes
        let metainfo = try MetainfoReader.read(open)
        let expected = try MetainfoReader.read(closed)
        #expect(metainfo.becamePrivate)
        #expect(metainfo.info == expected.info)
        #expect(metainfo.infoHashes == expected.infoHashes)
        #expect(
            try MetainfoReader.read(TorrentBuilder().with("private", .integer(0)).bytes)
                .becamePrivate)
    }

    @Test("a single file stands for itself")
    func singleFile() throws {
        let metainfo = try MetainfoReader.read(TorrentBuilder().bytes)
        #expect(metainfo.files.map(\.path) == ["arquivo.bin"])
        #expect(metainfo.kind == .other)
    }

    @Test("two info dictionaries are refused, for clients disagree on which one counts")
    func twoInfos() {
        let info = BencodeValue.dictionary(TorrentBuilder().info).bytes
        let key = Array("4:info".utf8)
        let d: [UInt8] = [UInt8(ascii: "d")]
        #expect(error(d + key + info + key + info + [UInt8(ascii: "e")]) == .twoInfos)
        // Also where another key stands between them.
        let between = Array("1:zi1e".utf8)
        #expect(error(d + key + info + between + key + info + [UInt8(ascii: "e")]) == .twoInfos)
    }

    @Test("an info dictionary out of order is refused")
    func unsorted() {
        let bytes =
            Array("d4:infod4:name1:a6:lengthi1e12:piece lengthi1e6:pieces20:".utf8)
            + [UInt8](repeating: 0, count: 20) + Array("ee".utf8)
        #expect(error(bytes) == .keysOutOfOrder)
    }

    static let hostileNames: [[UInt8]] =
        [
            "", ".", "..", "/etc/passwd", "a/b", "a\\b", "..\\x", "a\u{0}b", "a\nb", "\u{1B}[31m",
            "a\u{7F}", "a\u{85}b", "nul", "CON", "con.txt", "Aux.tar.gz", "COM1", "lpt9.log",
            "\u{202E}\u{200B}", " ", String(repeating: "a", count: 256),
        ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC0, 0xAE, 0xC0, 0xAE]]

    @Test("a hostile name is refused as the torrent's name", arguments: hostileNames)
    func hostileName(name: [UInt8]) {
        guard case .hostileName = error(TorrentBuilder(name: name)) else {
            Issue.record("accepted \(name)")
            return
        }
    }

    @Test("a hostile name is refused in a path", arguments: hostileNames)
    func hostilePath(name: [UInt8]) {
        let ok = Array("ok".utf8)
        for path in [[name], [ok, name], [name, ok]] {
            guard case .hostileName = error(TorrentBuilder(path: path)) else {
                Issue.record("accepted \(path)")
                return
            }
        }
    }

    @Test("a hostile name is refused in a file tree", arguments: hostileNames)
    func hostileTree(name: [UInt8]) {
        guard !name.isEmpty else { return }
        let leaf = BencodeValue.dictionary(["": .dictionary(["length": .integer(0)])])
        let bytes = TorrentBuilder(name: Array("Pasta".utf8))
            .with("meta version", .integer(2)).with("pieces", nil).with("length", nil)
            .with("file tree", .dictionary([name: leaf])).bytes
        guard case .hostileName = error(bytes) else {
            Issue.record("accepted \(name)")
            return
        }
    }

    @Test("the UTF-8 spelling of a path is held to the same rules, and so is the other one")
    func secondSpelling() {
        let builder = TorrentBuilder()
        #expect(error(builder.with("name.utf-8", .string(".."))) == .hostileName(".."))
        #expect(
            error(TorrentBuilder(name: Array("..".utf8)).with("name.utf-8", .string("ok")))
                == .hostileName(".."))
    }

    @Test("names that only look odd are kept, and cleaned for one line")
    func harmlessNames() throws {
        let name = "foto\u{202E}gpj.  exe"
        let metainfo = try MetainfoReader.read(TorrentBuilder(name: Array(name.utf8)).bytes)
        #expect(metainfo.name == "fotogpj. exe")
        for name in ["...", ".hidden", "console.txt", "com10", "Relatório 📷", "東京"] {
            #expect(error(TorrentBuilder(name: Array(name.utf8))) == nil)
        }
    }

    @Test("symbolic links are refused")
    func links() {
        let path = [Array("elo".utf8)]
        #expect(error(TorrentBuilder(path: path, attributes: "l")) == .symbolicLink("Pasta/elo"))
        #expect(error(TorrentBuilder(path: path, attributes: "xl")) == .symbolicLink("Pasta/elo"))
        #expect(error(TorrentBuilder(path: path, attributes: "x")) == nil)
        #expect(
            error(TorrentBuilder().with("symlink path", .list([]))) == .symbolicLink("arquivo.bin"))
    }

    @Test("the same path twice is refused")
    func samePath() {
        let file = BencodeValue.dictionary([
            "length": .integer(20_000), "path": .list([.string("x")]),
        ])
        let builder = TorrentBuilder(path: []).with("files", .list([file, file]))
        #expect(error(builder) == .samePathTwice("Pasta/x"))
    }

    @Test("folders deeper than a hundred are refused")
    func depth() {
        // The torrent's own name is one more.
        let path = [[UInt8]](repeating: [0x61], count: 99)
        #expect(error(TorrentBuilder(path: path)) == nil)
        guard case .tooDeep = error(TorrentBuilder(path: path + [[0x61]])) else {
            Issue.record("accepted")
            return
        }
    }

    @Test("sizes that cannot be are refused before they are added or divided")
    func sizes() {
        let whole = TorrentBuilder()
        #expect(error(whole.with("length", .integer(.max))) == .tooManyPieces)
        #expect(error(whole.with("length", .integer(-1))) == .malformed("length"))
        #expect(error(whole.with("length", nil)) == .missing("length"))
        #expect(error(whole.with("length", .integer(0)).with("pieces", .bytes([]))) == .empty)
        #expect(error(whole.with("piece length", .integer(0))) == .badPieceLength)
        #expect(error(whole.with("piece length", .integer(-16_384))) == .badPieceLength)
        #expect(error(whole.with("piece length", .integer(.max))) == .badPieceLength)
        let half = BencodeValue.dictionary([
            "length": .integer(.max), "path": .list([.string("x")]),
        ])
        #expect(error(TorrentBuilder(path: []).with("files", .list([half, half]))) == .tooBig)
    }

    @Test("more pieces than libtorrent opens are refused")
    func pieces() {
        let builder = TorrentBuilder().with("piece length", .integer(1))
        #expect(error(builder.with("length", .integer(2_097_153))) == .tooManyPieces)
    }

    @Test("piece hashes must cover the size exactly")
    func hashLength() {
        for count in [0, 40, 59, 61, 80] {
            let hashes = BencodeValue.bytes([UInt8](repeating: 0, count: count))
            #expect(error(TorrentBuilder().with("pieces", hashes)) == .wrongHashLength)
        }
    }

    @Test("a piece layer that does not hash to its root is refused")
    func pieceLayer() throws {
        var bytes = Samples.v2
        bytes[bytes.count - 3] ^= 1
        #expect(error(bytes) == .wrongPieceLayer("a.bin"))
        let info = try #require(try BencodeDocument(Samples.v2).root["info"])
        let bare = TorrentFileWriter.bytes(info: Array(info.raw), announce: "")
        #expect(error(bare) == .wrongPieceLayer("a.bin"))
    }

    @Test("a hybrid whose two lists differ is refused")
    func hybridDisagrees() throws {
        let root = try BencodeDocument(Samples.hybrid).root
        var info: [[UInt8]: BencodeValue] = [:]
        for (key, value) in try #require(root["info"]?.dictionary) {
            info[Array(key)] = .encoded(Array(value.raw))
        }
        info[Array("name".utf8)] = .string("Outra")
        let renamed = BencodeValue.dictionary([
            "info": .dictionary(info),
            "piece layers": root["piece layers"].map {
                .encoded(Array($0.raw))
            },
        ]).bytes
        #expect(error(renamed) == nil)
        info[Array("files".utf8)] = .list([
            .dictionary(["length": .integer(65_536), "path": .list([.string("x")])])
        ])
        let differing = BencodeValue.dictionary([
            "info": .dictionary(info),
            "piece layers": root["piece layers"].map {
                .encoded(Array($0.raw))
            },
        ]).bytes
        #expect(error(differing) == .hybridDisagrees)
    }

    @Test("a file tree in a torrent of the first version is refused, for libtorrent refuses it")
    func undeclaredTree() {
        let tree = BencodeValue.dictionary(["x": .integer(1)])
        #expect(error(TorrentBuilder().with("file tree", tree)) == .malformed("meta version"))
    }

    @Test("other versions, other types and missing parts are refused by name")
    func malformed() {
        let builder = TorrentBuilder()
        #expect(error(builder.with("meta version", .integer(3))) == .unknownVersion(3))
        #expect(error(builder.with("meta version", .string("2"))) == .malformed("meta version"))
        #expect(error(builder.with("name", nil)) == .missing("name"))
        #expect(error(builder.with("name", .integer(1))) == .malformed("name"))
        #expect(error(builder.with("pieces", nil)) == .missing("pieces"))
        #expect(error(builder.with("piece length", nil)) == .missing("piece length"))
        #expect(error(builder.with("files", .list([]))) == .malformed("files"))
        #expect(error(builder.with("files", .integer(1))) == .malformed("files"))
        #expect(error(Array("de".utf8)) == .noInfo)
        #expect(error(Array("d4:infoi1ee".utf8)) == .noInfo)
        #expect(error(Array("<html>".utf8)) == .notBencode(.unexpectedByte(0x3C, at: 0)))
        #expect(error([]) == .notBencode(.endedEarly))
    }

    @Test("a file over ten megabytes is refused unread")
    func tooLarge() {
        #expect(error([UInt8](repeating: 0x6C, count: 10_000_001)) == .tooLarge)
    }

    @Test("every error is a sentence without control characters")
    func sentences() {
        let error = error(TorrentBuilder(name: Array("a\u{1B}]0;x\u{7}".utf8)))
        #expect(
            error?.description == "The torrent holds a name that is not allowed: “a]0;x”.")
    }

    @Test("damaged torrents never trap")
    func garbage() {
        var generator = SeededGenerator(seed: 2)
        for sample in [Samples.v1, Samples.v2, Samples.hybrid] {
            for _ in 0..<1500 { _ = try? MetainfoReader.read(generator.mutated(sample)) }
            for end in 0..<sample.count { #expect(error(Array(sample[..<end])) != nil) }
        }
    }
}
