import Store

/// A value of the database as a literal: a number, a text, bytes in brackets, `nil`.
struct AnyValue {
    let value: SQLValue

    init(_ bytes: [UInt8]) { value = .blob(bytes) }
}

extension AnyValue: ExpressibleByIntegerLiteral {
    init(integerLiteral number: Int64) { value = .integer(number) }
}

extension AnyValue: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { value = .text(text) }
}

extension AnyValue: ExpressibleByNilLiteral {
    init(nilLiteral: ()) { value = .null }
}

extension AnyValue: ExpressibleByArrayLiteral {
    init(arrayLiteral bytes: UInt8...) { value = .blob(bytes) }
}
