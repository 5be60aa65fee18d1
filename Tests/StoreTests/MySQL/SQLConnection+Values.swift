@testable import Store

extension SQLConnection {
    /// Rows as the values of their columns.
    func values(_ sql: String, _ values: [SQLValue] = [], _ columns: [String]) throws
        -> [[SQLValue]]
    {
        try rows(sql, values).map { answer in try columns.map { try answer.row.value($0) } }
    }
}

extension SQLRow {
    fileprivate func value(_ column: String) throws -> SQLValue {
        if let value = try? optionalInteger(column) { return .integer(value) }
        if let value = try? optionalText(column) { return .text(value) }
        if let value = try? optionalBlob(column) { return .blob(value) }
        if let value = try? real(column) { return .real(value) }
        guard try optionalInteger(column) == nil else { throw WrongURL() }
        return .null
    }
}
