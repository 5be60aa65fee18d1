import Crypto
import Domain

/// The piece hashes of BEP 52, which stand outside the info dictionary, by the root they hash to.
struct PieceLayers {
    /// The bencoded dictionary.
    let raw: [UInt8]?
    private let byRoot: [ArraySlice<UInt8>: ArraySlice<UInt8>]

    init(_ node: BencodeNode?) throws(MetainfoError) {
        guard let node else {
            raw = nil
            byRoot = [:]
            return
        }
        guard let entries = node.dictionary else { throw .malformed("piece layers") }
        var byRoot: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]
        for (root, layer) in entries {
            guard let hashes = layer.string else { throw .malformed("piece layers") }
            byRoot[root] = hashes
        }
        raw = Array(node.raw)
        self.byRoot = byRoot
    }

    /// A file larger than a piece has a layer, and the layer hashes to the file's root; else no
    /// client could start it.
    func check(
        _ file: ListedFile, leaf: BencodeNode, pieceLength: Int64
    ) throws(MetainfoError) {
        guard file.size > .zero else { return }
        guard let root = leaf["pieces root"]?.string, root.count == 32 else {
            throw .malformed("pieces root")
        }
        guard file.size.bytes > pieceLength else { return }
        let pieces = try PieceArithmetic.pieces(of: file.size, length: pieceLength)
        guard let layer = byRoot[root], layer.count == pieces * 32,
            Self.root(of: layer, pieceLength: pieceLength).elementsEqual(root)
        else { throw .wrongPieceLayer(file.joinedPath) }
    }

    private static func root(of layer: ArraySlice<UInt8>, pieceLength: Int64) -> [UInt8] {
        var hashes = stride(from: layer.startIndex, to: layer.endIndex, by: 32).map {
            Array(layer[$0..<$0 + 32])
        }
        // What is missing to a full tree counts as a piece of zero hashes.
        var padding = [UInt8](repeating: 0, count: 32)
        var blocks = pieceLength / (16 * 1024)
        while blocks > 1 {
            padding = parent(padding, padding)
            blocks /= 2
        }
        while hashes.count > 1 {
            if !hashes.count.isMultiple(of: 2) { hashes.append(padding) }
            hashes = stride(from: 0, to: hashes.count, by: 2).map {
                parent(hashes[$0], hashes[$0 + 1])
            }
            padding = parent(padding, padding)
        }
        return hashes.first ?? padding
    }

    private static func parent(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: left + right))
    }
}
