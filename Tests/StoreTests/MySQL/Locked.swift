import Synchronization

/// A value that several transactions change.
final class Locked<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    var value: Value { mutex.withLock { $0 } }

    /// Answers what the value is then.
    @discardableResult
    func change(_ change: (inout Value) -> Void) -> Value {
        mutex.withLock { value in
            change(&value)
            return value
        }
    }
}
