/// Passes statements on, and keeps them as text that the engine's own shell can run: for measuring
/// what the engine alone takes.
final class SQLRecorder: SQLConnection {
    private(set) var statements: [String] = []
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    var dialect: SQLDialect { connection.dialect }

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLAnswer] {
        statements.append(Self.literal(sql, values))
        return try connection.rows(sql, values)
    }

    func integers(_ sql: String, _ values: [SQLValue]) throws -> [[Int64]] {
        statements.append(Self.literal(sql, values))
        return try connection.integers(sql, values)
    }

    func run(_ sql: String, _ values: [SQLValue]) throws -> SQLOutcome {
        statements.append(Self.literal(sql, values))
        return try connection.run(sql, values)
    }

    func define(_ sql: String) throws { try connection.define(sql) }

    /// Our statements hold no `?` but those that stand for values.
    private static func literal(_ sql: String, _ values: [SQLValue]) -> String {
        let parts = sql.replacing("\n", with: " ").split(
            separator: "?", omittingEmptySubsequences: false)
        return zip(parts, values.map(literal) + [";"]).map { $0 + $1 }.joined()
    }

    private static func literal(_ value: SQLValue) -> String {
        switch value {
        case .null: "null"
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): "'" + text.replacing("'", with: "''") + "'"
        case .blob(let bytes): "x'" + bytes.map { hex($0 >> 4) + hex($0 & 15) }.joined() + "'"
        }
    }

    private static func hex(_ digit: UInt8) -> String { String(digit, radix: 16) }
}
