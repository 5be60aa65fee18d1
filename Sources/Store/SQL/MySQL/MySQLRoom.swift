internal import CMariaDB

/// Where libmariadb puts the row it fetches: a small piece of memory for each column. What is
/// longer than its piece is fetched a second time, at its own length.
///
/// Owned by one statement and used on its connection's queue.
final class MySQLRoom {
    /// Of one column; most names, hashes and numbers fit.
    private static let pieceSize = 256

    let columns: [MySQLColumn]
    let positions: [String: Int]
    let binds: UnsafeMutableBufferPointer<MYSQL_BIND>
    private let pieces: UnsafeMutableRawBufferPointer
    private let lengths: UnsafeMutableBufferPointer<UInt>
    private let nulls: UnsafeMutableBufferPointer<my_bool>

    init(_ columns: [MySQLColumn]) {
        self.columns = columns
        positions = Dictionary(
            columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        pieces = .allocate(byteCount: columns.count * Self.pieceSize, alignment: 8)
        lengths = .allocate(capacity: columns.count)
        lengths.initialize(repeating: 0)
        nulls = .allocate(capacity: columns.count)
        nulls.initialize(repeating: 0)
        binds = .allocate(capacity: columns.count)
        binds.initialize(repeating: MYSQL_BIND())
        for (index, column) in columns.enumerated() {
            binds[index].buffer_type = column.fetchedType
            binds[index].buffer = piece(index).baseAddress
            binds[index].buffer_length = UInt(Self.pieceSize)
            binds[index].length = lengths.baseAddress.map { $0 + index }
            binds[index].is_null = nulls.baseAddress.map { $0 + index }
            binds[index].is_unsigned = column.isUnsigned ? 1 : 0
        }
    }

    deinit {
        binds.deallocate()
        nulls.deallocate()
        lengths.deallocate()
        pieces.deallocate()
    }

    private func piece(_ index: Int) -> UnsafeMutableRawBufferPointer {
        let start = index * Self.pieceSize
        return UnsafeMutableRawBufferPointer(rebasing: pieces[start..<start + Self.pieceSize])
    }

    /// The value of a column in the row that was just fetched.
    func value(
        _ index: Int, of statement: UnsafeMutablePointer<MYSQL_STMT>
    ) throws -> SQLValue {
        if nulls[index] != 0 { return .null }
        let column = columns[index]
        switch column.kind {
        case .integer: return try column.integer(piece(index).load(as: Int64.self))
        case .real: return .real(piece(index).load(as: Double.self))
        case .decimal:
            return try column.decimal(
                String(decoding: try bytes(index, of: statement), as: UTF8.self))
        case .text: return .text(String(decoding: try bytes(index, of: statement), as: UTF8.self))
        case .blob: return .blob(try bytes(index, of: statement))
        }
    }

    private func bytes(
        _ index: Int, of statement: UnsafeMutablePointer<MYSQL_STMT>
    ) throws -> [UInt8] {
        let length = Int(lengths[index])
        if length <= Self.pieceSize { return Array(piece(index)[..<length]) }
        return try [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            var bind = MYSQL_BIND()
            bind.buffer_type = columns[index].fetchedType
            bind.buffer = UnsafeMutableRawPointer(buffer.baseAddress)
            bind.buffer_length = UInt(length)
            guard mysql_stmt_fetch_column(statement, &bind, UInt32(index), 0) == 0 else {
                throw MySQLError(statement)
            }
            count = length
        }
    }
}
