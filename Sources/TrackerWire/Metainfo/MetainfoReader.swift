import Crypto
package import Domain

/// Reads a `.torrent` from a stranger: first format (BEP 3), second (BEP 52) or both.
///
/// The bounds are libtorrent's own, so that what is accepted here can be opened by clients.
package enum MetainfoReader {
    package static let maximumBytes = 10_000_000
    package static let maximumPieces = 2_097_152
    package static let maximumFolderDepth = 100

    package static func read(_ bytes: [UInt8]) throws(MetainfoError) -> Metainfo {
        let root = try document(bytes).root
        guard let info = root["info"], info.dictionary != nil else { throw .noInfo }
        guard info.isCanonical else { throw .keysOutOfOrder }
        let name = try name(of: info)
        let version = try version(of: info)
        let isV2 = version == 2
        let isV1 = !isV2 || info["pieces"] != nil
        let pieceLength = try PieceArithmetic.pieceLength(info, mustBePowerOfTwo: isV2)
        let layers = try PieceLayers(isV2 ? root["piece layers"] : nil)

        var files: [ListedFile] = []
        if isV1 {
            files = try FileListReader(info: info, name: name, pieceLength: pieceLength).read()
        }
        if isV2 {
            let tree = try FileTreeReader(
                info: info, name: name, pieceLength: pieceLength, layers: layers
            ).read()
            guard !isV1 || files == tree else { throw .hybridDisagrees }
            files = tree
        }
        try ListedFile.refuseSamePaths(files)
        let size = try PieceArithmetic.sum(files.map(\.size))
        guard size > 0 else { throw .empty }
        _ = try PieceArithmetic.pieces(of: size, length: pieceLength)

        let privateInfo = PrivateInfo(info)
        return Metainfo(
            name: name.text,
            files: files.map {
                TorrentFile(path: $0.joinedPath, size: ByteCount(clamping: $0.size))
            },
            size: ByteCount(clamping: size), pieceLength: Int(pieceLength),
            infoHashes: hashes(of: privateInfo.bytes, isV1: isV1, isV2: isV2),
            info: privateInfo.bytes, pieceLayers: layers.raw,
            becamePrivate: privateInfo.isChanged)
    }

    private static func document(_ bytes: [UInt8]) throws(MetainfoError) -> BencodeDocument {
        guard bytes.count <= maximumBytes else { throw .tooLarge }
        do {
            return try BencodeDocument(bytes)
        } catch .repeatedKey(Array("info".utf8)) {
            throw .twoInfos
        } catch {
            throw .notBencode(error)
        }
    }

    private static func name(of info: BencodeNode) throws(MetainfoError) -> PathComponent {
        guard let plain = info["name"] else { throw .missing("name") }
        guard let bytes = plain.string else { throw .malformed("name") }
        let name = try PathComponent(bytes)
        guard let other = info["name.utf-8"] else { return name }
        guard let bytes = other.string else { throw .malformed("name.utf-8") }
        return try PathComponent(bytes)
    }

    private static func version(of info: BencodeNode) throws(MetainfoError) -> Int64 {
        guard let node = info["meta version"] else { return 1 }
        guard let version = node.integer else { throw .malformed("meta version") }
        guard version == 1 || version == 2 else { throw .unknownVersion(version) }
        return version
    }

    private static func hashes(of info: [UInt8], isV1: Bool, isV2: Bool) -> [InfoHash] {
        var digests: [[UInt8]] = []
        if isV1 { digests.append(Array(Insecure.SHA1.hash(data: info))) }
        if isV2 { digests.append(Array(SHA256.hash(data: info).prefix(20))) }
        return digests.compactMap { InfoHash($0) }
    }
}
