package import Domain

/// What an info dictionary lists: first format (BEP 3), second (BEP 52) or both.
///
/// Invariants:
/// 1. Every name passed `PathComponent`; among the files is no symbolic link, and no two are the
///    same on anybody's screen.
/// 2. `size` is the sum over `files`, which leave out padding (BEP 47), and not zero.
package struct TorrentContents: Sendable {
    package let name: PathComponent
    package let files: [ListedFile]
    package let size: ByteCount
    /// Where its peers are asked for, as it says it; resume data says it elsewhere.
    package let trackers: [String]
    let pieceLength: Int64
    let isV1: Bool
    let isV2: Bool
    let info: BencodeNode
    /// `nil` where there are none or they were not to be checked.
    let layers: PieceLayers?

    /// Of a `.torrent` from a stranger.
    package init(torrent bytes: [UInt8]) throws(MetainfoError) {
        guard bytes.count <= MetainfoReader.maximumBytes else { throw .tooLarge }
        let document: BencodeDocument
        do {
            document = try BencodeDocument(bytes)
        } catch .repeatedKey(Array("info".utf8)) {
            throw .twoInfos
        } catch {
            throw .notBencode(error)
        }
        try self.init(document.root, hasLayers: true)
    }

    /// Of libtorrent's resume data, which holds the same info dictionary as the torrent did, and
    /// what it verified of the piece layers in a form of its own.
    package init(resumeData root: BencodeNode) throws(MetainfoError) {
        try self.init(root, hasLayers: false)
    }

    private init(_ root: BencodeNode, hasLayers: Bool) throws(MetainfoError) {
        guard let info = root["info"], info.dictionary != nil else { throw .noInfo }
        guard info.isCanonical else { throw .keysOutOfOrder }
        self.info = info
        trackers = TrackerList.read(root)
        name = try Self.name(of: info)
        isV2 = try Self.version(of: info) == 2
        isV1 = !isV2 || info["pieces"] != nil
        pieceLength = try PieceArithmetic.pieceLength(info, mustBePowerOfTwo: isV2)
        layers = isV2 && hasLayers ? try PieceLayers(root["piece layers"]) : nil

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
        size = try PieceArithmetic.sum(files.map(\.size))
        guard size > .zero else { throw .empty }
        _ = try PieceArithmetic.pieces(of: size, length: pieceLength)
        self.files = files
    }

    private static func name(of info: BencodeNode) throws(MetainfoError) -> PathComponent {
        guard let plain = info["name"] else { throw .missing("name") }
        guard let bytes = plain.string else { throw .malformed("name") }
        let name = try PathComponent(bytes)
        // Old programs wrote the name once more in UTF-8, and libtorrent prefers that one.
        guard let other = info["name.utf-8"] else { return name }
        guard let bytes = other.string else { throw .malformed("name.utf-8") }
        return try PathComponent(bytes)
    }

    private static func version(of info: BencodeNode) throws(MetainfoError) -> Int64 {
        var version: Int64 = 1
        if let node = info["meta version"] {
            guard let number = node.integer else { throw .malformed("meta version") }
            version = number
        }
        guard version == 1 || version == 2 else { throw .unknownVersion(version) }
        // libtorrent opens no file tree without it.
        guard version == 2 || info["file tree"] == nil else { throw .malformed("meta version") }
        return version
    }
}
