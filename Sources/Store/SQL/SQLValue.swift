import Domain

/// A value as every engine can bind and return it.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    static func optional(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
    static func optional(_ time: Timestamp?) -> SQLValue {
        time.map { .integer($0.seconds) } ?? .null
    }
    static func optional<Entity>(_ id: Identifier<Entity>?) -> SQLValue {
        id.map { .integer($0.rawValue) } ?? .null
    }
    static func id<Entity>(_ id: Identifier<Entity>) -> SQLValue { .integer(id.rawValue) }
    static func time(_ time: Timestamp) -> SQLValue { .integer(time.seconds) }
    static func bytes(_ count: ByteCount) -> SQLValue { .integer(count.bytes) }
    static func int(_ number: Int) -> SQLValue { .integer(Int64(number)) }
}
