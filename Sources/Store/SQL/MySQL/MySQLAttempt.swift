/// How one try at a transaction went.
enum MySQLAttempt<Value: Sendable>: Sendable {
    case done(Value)
    /// An earlier try turns out to have been committed, the one of this number.
    case doneBefore(number: Int)
    /// The answer to the commit never came: this would be the value if it was carried out.
    case inDoubt(Value, SQLFault)
    /// Nothing was changed, and another try may do better, sooner or later.
    case again(SQLFault, isLost: Bool)
    /// No server lets us in.
    case unreachable(SQLFault)
    /// Nothing was changed, and nothing will be.
    case failed(any Error)
}
