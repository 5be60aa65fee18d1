import Domain

/// Sizes and piece counts with every bound checked before it is used.
enum PieceArithmetic {
    /// libtorrent's own bound is of this order; it also keeps pieces × length far from 2^63.
    private static let maximumPieceLength: Int64 = 1 << 29
    private static let smallestBlock: Int64 = 16 * 1024

    static func pieceLength(
        _ info: BencodeNode, mustBePowerOfTwo: Bool
    ) throws(MetainfoError) -> Int64 {
        guard let node = info["piece length"] else { throw .missing("piece length") }
        guard let length = node.integer, (1...maximumPieceLength).contains(length) else {
            throw .badPieceLength
        }
        // BEP 52.
        if mustBePowerOfTwo, length < smallestBlock || length.nonzeroBitCount != 1 {
            throw .badPieceLength
        }
        return length
    }

    static func length(of entry: BencodeNode) throws(MetainfoError) -> ByteCount {
        guard let node = entry["length"] else { throw .missing("length") }
        guard let length = node.integer.flatMap({ ByteCount($0) }) else {
            throw .malformed("length")
        }
        return length
    }

    static func sum(_ sizes: some Sequence<ByteCount>) throws(MetainfoError) -> ByteCount {
        var total: Int64 = 0
        for size in sizes {
            let (sum, overflow) = total.addingReportingOverflow(size.bytes)
            guard !overflow else { throw .tooBig }
            total = sum
        }
        return ByteCount(clamping: total)
    }

    static func pieces(of size: ByteCount, length: Int64) throws(MetainfoError) -> Int {
        guard size > .zero else { return 0 }
        let pieces = (size.bytes - 1) / length + 1
        guard pieces <= Int64(MetainfoReader.maximumPieces) else { throw .tooManyPieces }
        return Int(pieces)
    }
}
