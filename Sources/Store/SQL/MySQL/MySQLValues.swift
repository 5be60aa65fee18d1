internal import CMariaDB
import Foundation

/// The values of a statement, in memory that stays where it is until they are sent.
///
/// Owns what it allocates; used once, by the queue that made it.
final class MySQLValues {
    private let memory: UnsafeMutableRawBufferPointer
    let binds: UnsafeMutableBufferPointer<MYSQL_BIND>
    /// Bytes of text and blobs: what the packet is at least.
    let size: Int

    init(_ values: [SQLValue]) {
        let sizes = values.map(Self.size)
        size = sizes.reduce(0, +)
        // Each value begins at a multiple of eight, as numbers must.
        memory = .allocate(
            byteCount: sizes.reduce(0) { $0 + Self.padded($1) }, alignment: 8)
        binds = .allocate(capacity: values.count)
        binds.initialize(repeating: MYSQL_BIND())
        var offset = 0
        for (index, value) in values.enumerated() {
            let room = UnsafeMutableRawBufferPointer(
                rebasing: memory[offset..<offset + sizes[index]])
            binds[index].buffer_type = Self.fill(room, with: value)
            binds[index].buffer = room.baseAddress
            binds[index].buffer_length = UInt(sizes[index])
            binds[index].length_value = UInt(sizes[index])
            offset += Self.padded(sizes[index])
        }
    }

    deinit {
        binds.deallocate()
        memory.deallocate()
    }

    private static func padded(_ size: Int) -> Int { (size + 7) & ~7 }

    private static func size(_ value: SQLValue) -> Int {
        switch value {
        case .null: 0
        case .integer, .real: 8
        case .text(let text): text.utf8.count
        case .blob(let bytes): bytes.count
        }
    }

    private static func fill(
        _ room: UnsafeMutableRawBufferPointer, with value: SQLValue
    ) -> enum_field_types {
        switch value {
        case .null: return MYSQL_TYPE_NULL
        case .integer(let number):
            room.storeBytes(of: number, as: Int64.self)
            return MYSQL_TYPE_LONGLONG
        case .real(let number):
            room.storeBytes(of: number, as: Double.self)
            return MYSQL_TYPE_DOUBLE
        case .text(let text):
            room.copyBytes(from: text.utf8)
            return MYSQL_TYPE_STRING
        case .blob(let bytes):
            room.copyBytes(from: bytes)
            return MYSQL_TYPE_LONG_BLOB
        }
    }
}
