import Crypto
import Domain

/// Reads a file of a site block by block, and answers no row before its checksum has held.
struct SiteReader {
    struct Block {
        let table: ContentTable
        let rows: [[SQLValue]]
        let place: SitePlace
    }

    /// Of a block, whoever wrote it: they are held together.
    private static let mostRows = 1000

    let header: SiteLine.Header
    private let headerSum: String
    private var lines: LineReader
    private var content = SHA256()
    /// Of `SiteContent.tables`; before the first line of a table there is none.
    private var tableIndex: Int?
    private var blockNumber = 0
    private var isInBlock = false
    private var tableRows = 0
    private(set) var rows = 0
    /// Once the end was read and held.
    private(set) var summary: SiteSummary?

    var bytesRead: Int { lines.bytesRead }

    /// Reads the first line, and refuses what this version cannot take.
    init(_ source: @escaping (_ count: Int) throws -> [UInt8]) throws {
        lines = LineReader(source)
        let line: [UInt8]?
        do {
            line = try lines.next()
        } catch SiteFileFault.cutOff {
            throw SiteFileFault.notASite
        }
        guard let line, let promise = SiteLine.read(SiteLine.Promise.self, line),
            promise.format == SiteLine.format
        else { throw SiteFileFault.notASite }
        guard promise.version == SiteLine.version else {
            throw SiteFileFault.unknownVersion(promise.version)
        }
        guard let header = SiteLine.read(SiteLine.Header.self, line) else {
            throw SiteFileFault.damaged(SitePlace(line: 1, block: nil), "it cannot be read")
        }
        let known = Migration.newest
        guard header.schema <= known else {
            throw SiteFileFault.newerSchema(found: header.schema, known: known)
        }
        guard header.schema == known else {
            throw SiteFileFault.olderSchema(found: header.schema, known: known)
        }
        guard header.tables.map(\.name) == SiteContent.tables.map(\.name),
            header.tables.allSatisfy({ $0.rows >= 0 })
        else {
            throw SiteFileFault.damaged(
                SitePlace(line: 1, block: nil), "it does not name the tables of its schema")
        }
        self.header = header
        var sum = SHA256()
        sum.update(data: line)
        headerSum = sum.finalize().hexadecimal
    }

    /// `nil` after the last one, when the whole file has held.
    mutating func next() throws -> Block? {
        guard summary == nil else { return nil }
        while true {
            let line = try taken()
            if line.first == UInt8(ascii: "[") { return try block(line) }
            if let table = SiteLine.read(SiteLine.Table.self, line) {
                content.update(data: line)
                try begin(table)
            } else if let end = SiteLine.read(SiteLine.End.self, line) {
                try finish(end)
                return nil
            } else {
                throw damage("this is no line of a site")
            }
        }
    }

    // MARK: lines

    private mutating func taken() throws -> [UInt8] {
        do {
            if let line = try lines.next() { return line }
        } catch SiteFileFault.cutOff {}
        throw SiteFileFault.cutOff(place)
    }

    private mutating func begin(_ line: SiteLine.Table) throws {
        try complete()
        let next = tableIndex.map { $0 + 1 } ?? 0
        guard SiteContent.tables.indices.contains(next) else {
            throw damage("the table \(line.table) comes after the last one")
        }
        let table = SiteContent.tables[next]
        guard line.table == table.name else {
            throw damage("the table \(line.table) is where \(table.name) should be")
        }
        let labels = table.columns.map(\.label)
        guard line.columns == labels else {
            let pair = zip(line.columns, labels).first { $0 != $1 }
            throw damage(
                pair.map { "the table \(table.name) has \($0), and should have \($1)" }
                    ?? "the table \(table.name) has \(line.columns.count) columns, "
                    + "and should have \(labels.count)")
        }
        tableIndex = next
        tableRows = 0
        blockNumber = 0
    }

    /// The rows up to the seal, from the line of the first one on.
    private mutating func block(_ first: [UInt8]) throws -> Block {
        guard let tableIndex else { throw damage("a row comes before its table") }
        let table = SiteContent.tables[tableIndex]
        blockNumber += 1
        isInBlock = true
        var rows: [[SQLValue]] = []
        var sum = SHA256()
        var line = first
        while line.first == UInt8(ascii: "[") {
            guard rows.count < Self.mostRows else {
                throw damage("the block has more than \(Self.mostRows) rows")
            }
            do throws(RowReading.Fault) {
                rows.append(try RowReading.values(line, of: table))
            } catch {
                throw damage(error.why)
            }
            sum.update(data: line)
            content.update(data: line)
            line = try taken()
        }
        guard let seal = SiteLine.read(SiteLine.Seal.self, line) else {
            throw damage("the block does not end with its checksum")
        }
        guard seal.block == blockNumber else {
            throw damage("this is block \(seal.block), and \(blockNumber) should be here")
        }
        guard seal.sha256 == sum.finalize().hexadecimal, seal.rows == rows.count else {
            throw damage("its \(rows.count) rows do not match their checksum")
        }
        content.update(data: line)
        tableRows += rows.count
        self.rows += rows.count
        let place = place
        isInBlock = false
        return Block(table: table, rows: rows, place: place)
    }

    private mutating func finish(_ end: SiteLine.End) throws {
        try complete()
        guard tableIndex == SiteContent.tables.count - 1 else {
            throw damage("the end comes before the last table")
        }
        let sum = content.finalize().hexadecimal
        guard end.content == sum, end.rows == rows, end.end == SiteLine.format else {
            throw damage("the whole does not match its checksum")
        }
        guard end.header == headerSum else {
            throw SiteFileFault.damaged(
                SitePlace(line: 1, block: nil), "it does not match its checksum")
        }
        if try lines.next() != nil {
            throw SiteFileFault.damaged(
                SitePlace(line: lines.number, block: nil), "something stands after the end")
        }
        summary = SiteSummary(rows: rows, content: sum)
    }

    /// The table before this line has what the first line says.
    private func complete() throws {
        guard let tableIndex else { return }
        let promised = header.tables[tableIndex]
        guard promised.rows == tableRows else {
            throw damage(
                "the table \(promised.name) has \(tableRows) rows, and the first line says "
                    + "\(promised.rows)")
        }
    }

    // MARK: places

    private var place: SitePlace {
        guard isInBlock, let tableIndex else { return SitePlace(line: lines.number, block: nil) }
        let table = SiteContent.tables[tableIndex].name
        return SitePlace(
            line: lines.number, block: SitePlace.Block(table: table, number: blockNumber))
    }

    private func damage(_ why: String) -> SiteFileFault {
        .damaged(place, why)
    }
}
