internal import CMariaDB

/// A column of an answer: its name, and how its values are fetched.
struct MySQLColumn: Equatable {
    enum Kind {
        case integer, real, decimal, text, blob
    }

    /// The “character set” of what is bytes and no text.
    private static let binaryCharset: UInt32 = 63
    private static let unsignedFlag: UInt32 = 32

    let name: String
    let kind: Kind
    let isUnsigned: Bool
    /// Digits behind the point.
    let scale: UInt32

    init(_ field: MYSQL_FIELD) {
        name = String(cString: field.name)
        kind = Self.kind(field)
        isUnsigned = field.flags & Self.unsignedFlag != 0
        scale = field.decimals
    }

    private static func kind(_ field: MYSQL_FIELD) -> Kind {
        switch field.type {
        case MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_INT24, MYSQL_TYPE_LONG,
            MYSQL_TYPE_LONGLONG, MYSQL_TYPE_YEAR:
            .integer
        case MYSQL_TYPE_FLOAT, MYSQL_TYPE_DOUBLE: .real
        case MYSQL_TYPE_DECIMAL, MYSQL_TYPE_NEWDECIMAL: .decimal
        case MYSQL_TYPE_TINY_BLOB, MYSQL_TYPE_BLOB, MYSQL_TYPE_MEDIUM_BLOB, MYSQL_TYPE_LONG_BLOB,
            MYSQL_TYPE_STRING, MYSQL_TYPE_VAR_STRING, MYSQL_TYPE_VARCHAR, MYSQL_TYPE_BIT:
            field.charsetnr == binaryCharset ? .blob : .text
        default: .text
        }
    }

    /// What libmariadb converts values of the column to.
    var fetchedType: enum_field_types {
        switch kind {
        case .integer: MYSQL_TYPE_LONGLONG
        case .real: MYSQL_TYPE_DOUBLE
        case .decimal, .text, .blob: MYSQL_TYPE_STRING
        }
    }

    /// A number with a fixed number of digits, which is what `sum()` answers.
    func decimal(_ text: String) throws(SQLFault) -> SQLValue {
        if scale == 0, let number = Int64(text) { return .integer(number) }
        guard let number = Double(text) else { throw .unexpected(name) }
        return .real(number)
    }

    func integer(_ bits: Int64) throws(SQLFault) -> SQLValue {
        guard !isUnsigned || bits >= 0 else { throw .unexpected(name) }
        return .integer(bits)
    }
}
