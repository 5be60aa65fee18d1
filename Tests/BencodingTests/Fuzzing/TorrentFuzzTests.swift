import Bencoding
import Domain
import TestFuzz
import Testing

/// Whatever is taken for a torrent is read without a trap, twice the same, and what is written of
/// it for a member is the same torrent.
@Suite struct TorrentFuzzTests {
    private static let words = [
        "d", "l", "i", "e", ":", "0:", "i0e", "i-1e", "i1e", "4:info", "4:name", "6:length",
        "5:files", "4:path", "9:file tree", "12:piece length", "i16384e", "6:pieces",
        "12:meta version", "i2e", "12:piece layers", "7:private", "11:pieces root", "4:attr", "1:p",
        "1:l", "12:symlink path", "2:..", "1:/", "1:.", "0:d6:lengthi1ee", "10:name.utf-8",
    ]

    private static let corpus =
        [Samples.v1, Samples.v2, Samples.hybrid, TorrentBuilder().bytes]
        + [TorrentBuilder(path: [Array("a".utf8), Array("b".utf8)], attributes: "p").bytes]
        + ["de", "d4:infodee", "d4:infod4:name1:aee", "i1e", "le", ""].map { Array($0.utf8) }

    @Test("torrent files")
    func torrents() {
        var taken = 0
        Fuzz(corpus: Self.corpus, words: Self.words).run(inputs: 6000) {
            let (first, second) = (Self.read($0), Self.read($0))
            guard first == second else { return "read twice, it is two things" }
            guard case .success(let torrent) = first else { return nil }
            taken += 1
            guard torrent.files.map(\.size.bytes).reduce(0, +) == torrent.size.bytes else {
                return "the sum is not the sum"
            }
            for path in torrent.files.map(\.path) {
                let parts = path.split(separator: "/", omittingEmptySubsequences: false)
                guard !parts.isEmpty, !parts.contains(""), !parts.contains(".."),
                    !path.utf8.contains(0)
                else { return "hostile: \(path)" }
            }
            let written = TorrentFileWriter.bytes(torrent, announce: "http://t/announce")
            // It is private now, and so it stays.
            let kept = Metainfo(
                name: torrent.name, files: torrent.files, size: torrent.size,
                pieceLength: torrent.pieceLength, infoHashes: torrent.infoHashes,
                info: torrent.info, pieceLayers: torrent.pieceLayers, becamePrivate: false)
            return Self.read(written) == .success(kept)
                ? nil : "another torrent when read again"
        }
        #expect(taken > 100)
    }

    @Test("bencoding")
    func documents() {
        var taken = 0
        Fuzz(corpus: Self.corpus, words: Self.words).run(inputs: 6000, seed: 2) { bytes in
            guard let root = try? BencodeDocument(bytes).root else { return nil }
            taken += 1
            guard Array(root.raw) == bytes else { return "not all of it" }
            // In order, it is what would be written of it; out of order, what is written is in order.
            let written = Self.value(of: root).bytes
            if root.isCanonical { return written == bytes ? nil : "written, it is another" }
            return try BencodeDocument(written).root.isCanonical ? nil : "not put in order"
        }
        #expect(taken > 100)
    }

    private static func read(_ bytes: [UInt8]) -> Result<Metainfo, MetainfoError> {
        do throws(MetainfoError) {
            return .success(try MetainfoReader.read(bytes))
        } catch {
            return .failure(error)
        }
    }

    private static func value(of node: BencodeNode) -> BencodeValue {
        if let number = node.integer { return .integer(number) }
        if let string = node.string { return .bytes(Array(string)) }
        if let list = node.list { return .list(list.map { value(of: $0) }) }
        var entries: [[UInt8]: BencodeValue] = [:]
        for (key, part) in node.dictionary ?? [] { entries[Array(key)] = value(of: part) }
        return .dictionary(entries)
    }
}
