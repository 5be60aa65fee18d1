import Bencoding
import Domain

/// What this program wants to know of libtorrent's resume data before libtorrent reads it.
///
/// Its torrent passed the same checks as one that is added.
struct ResumeData {
    let hasPieces: Bool
    let hasAllPieces: Bool

    init(_ bytes: [UInt8]) throws(TorrentError) {
        let root: BencodeNode
        do {
            root = try BencodeDocument(bytes).root
        } catch {
            throw TorrentError(.notBencode(error))
        }
        guard root["save_path"]?.string?.first == UInt8(ascii: "/") else {
            throw .brokenTorrent(reason: "it does not say where its files are")
        }
        do {
            _ = try TorrentContents(resumeData: root)
        } catch {
            throw TorrentError(error)
        }
        // One byte a piece; the lowest bit says that it is here.
        let pieces = root["pieces"]?.string ?? []
        hasPieces = pieces.contains { $0 & 1 == 1 }
        hasAllPieces = hasPieces && pieces.allSatisfy { $0 & 1 == 1 }
    }
}
