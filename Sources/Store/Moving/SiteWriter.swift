import Crypto
import Domain

/// Writes a file of a site, line by line, and holds no more of it than a block.
///
/// 1. What is written depends on the rows alone, not on how they were fetched: equal content is
///    equal bytes after the first line.
/// 2. A block ends with the row that makes it `blockRows` rows or `blockBytes` bytes.
struct SiteWriter {
    static let blockRows = 500
    static let blockBytes = 1 << 20

    private let sink: (_ bytes: [UInt8]) throws -> Void
    private let headerSum: String
    private var content = SHA256()
    private var block = SHA256()
    private var lines: [UInt8] = []
    private var blockCount = 0
    private var blockRows = 0
    private(set) var rows = 0

    init(_ header: SiteLine.Header, to sink: @escaping (_ bytes: [UInt8]) throws -> Void) throws {
        self.sink = sink
        let line = try SiteLine.bytes(header)
        var sum = SHA256()
        sum.update(data: line)
        headerSum = sum.finalize().hexadecimal
        try sink(line)
    }

    mutating func begin(_ table: ContentTable) throws {
        try seal()
        blockCount = 0
        try write(
            SiteLine.bytes(
                SiteLine.Table(columns: table.columns.map(\.label), table: table.name)))
    }

    mutating func write(row values: [SQLValue]) throws {
        try RowText.append(values, to: &lines)
        blockRows += 1
        rows += 1
        if blockRows >= Self.blockRows || lines.count >= Self.blockBytes { try seal() }
    }

    /// Nothing may be written afterwards.
    mutating func end() throws -> SiteSummary {
        try seal()
        let sum = content.finalize().hexadecimal
        try sink(
            SiteLine.bytes(
                SiteLine.End(content: sum, end: SiteLine.format, header: headerSum, rows: rows)))
        return SiteSummary(rows: rows, content: sum)
    }

    private mutating func seal() throws {
        guard blockRows > 0 else { return }
        block.update(data: lines)
        blockCount += 1
        let seal = SiteLine.Seal(
            block: blockCount, rows: blockRows, sha256: block.finalize().hexadecimal)
        lines += try SiteLine.bytes(seal)
        try write(lines)
        lines.removeAll(keepingCapacity: lines.count < 2 * Self.blockBytes)
        blockRows = 0
        block = SHA256()
    }

    private mutating func write(_ bytes: [UInt8]) throws {
        content.update(data: bytes)
        try sink(bytes)
    }
}

extension SHA256.Digest {
    /// 64 lowercase digits.
    var hexadecimal: String { Hex.encode(self) }
}
