/// What becomes of a field that may be empty, where it is to change.
package enum FieldChange<Value: Hashable & Sendable>: Hashable, Sendable {
    case removed
    case to(Value)

    package var value: Value? {
        switch self {
        case .removed: nil
        case .to(let value): value
        }
    }
}
