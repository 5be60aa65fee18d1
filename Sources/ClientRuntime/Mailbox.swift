private import Synchronization

/// What waits for the loop: letters in the order in which they came.
final class Mailbox<Message: Sendable>: Sendable {
    enum Letter: Sendable {
        case message(Message, from: EffectToken)
        case effectEnded(EffectToken)
    }

    private let letters = Mutex<[Letter]>([])
    private let wake: @Sendable () -> Void

    /// - Parameter wake: ends the loop's wait.
    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    func post(_ letter: Letter) {
        let wasEmpty = letters.withLock { letters in
            letters.append(letter)
            return letters.count == 1
        }
        // Whoever filled it first has already woken the loop.
        if wasEmpty { wake() }
    }

    func takeAll() -> [Letter] {
        letters.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }
}
