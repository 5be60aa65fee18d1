extension MySQLLink {
    /// Leaves the mark, or tells which earlier try of this transaction did and was committed.
    func mark(_ token: MySQLCommitToken, _ number: Int) throws -> Int? {
        do {
            try execute(token.insertion(attempt: number))
            return nil
        } catch let error as MySQLError where error.fault == .duplicate {
            let row = try rows(
                "select attempt from \(MySQLCommitToken.table) where token = ?",
                [.blob(token.bytes)]
            ).first?.row
            guard let row else { throw error }
            return try row.int("attempt")
        }
    }
}
