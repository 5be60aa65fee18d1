import Domain

/// One row of an answer. Reading a column that is absent or of another type throws
/// `SQLFault.unexpected`: it is a fault of a statement, or of somebody's hands in the database.
struct SQLRow: Sendable {
    private let columns: [String: Int]
    private let values: [SQLValue]

    init(columns: [String: Int], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    private subscript(name: String) -> SQLValue? {
        columns[name].map { values[$0] }
    }

    func integer(_ name: String) throws -> Int64 {
        guard case .integer(let value)? = self[name] else { throw SQLFault.unexpected(name) }
        return value
    }

    /// All of them, in the order of the statement.
    func integers() throws -> [Int64] {
        try values.enumerated().map { place, value in
            guard case .integer(let number) = value else {
                throw SQLFault.unexpected(columns.first { $0.value == place }?.key ?? "")
            }
            return number
        }
    }

    func optionalInteger(_ name: String) throws -> Int64? {
        if case .null? = self[name] { return nil }
        return try integer(name)
    }

    func real(_ name: String) throws -> Double {
        switch self[name] {
        case .real(let value)?: return value
        case .integer(let value)?: return Double(value)
        default: throw SQLFault.unexpected(name)
        }
    }

    func text(_ name: String) throws -> String {
        guard case .text(let value)? = self[name] else { throw SQLFault.unexpected(name) }
        return value
    }

    func optionalText(_ name: String) throws -> String? {
        if case .null? = self[name] { return nil }
        return try text(name)
    }

    func blob(_ name: String) throws -> [UInt8] {
        guard case .blob(let value)? = self[name] else { throw SQLFault.unexpected(name) }
        return value
    }

    func optionalBlob(_ name: String) throws -> [UInt8]? {
        if case .null? = self[name] { return nil }
        return try blob(name)
    }

    // MARK: values of the domain

    func int(_ name: String) throws -> Int {
        guard let value = Int(exactly: try integer(name)) else { throw SQLFault.unexpected(name) }
        return value
    }

    func id<Entity>(_ name: String) throws -> Identifier<Entity> { Identifier(try integer(name)) }

    func time(_ name: String) throws -> Timestamp { Timestamp(seconds: try integer(name)) }

    func optionalTime(_ name: String) throws -> Timestamp? {
        try optionalInteger(name).map { Timestamp(seconds: $0) }
    }

    func bytes(_ name: String) throws -> ByteCount {
        try required(name, ByteCount(try integer(name)))
    }

    func required<T>(_ name: String, _ value: T?) throws -> T {
        guard let value else { throw SQLFault.unexpected(name) }
        return value
    }
}
