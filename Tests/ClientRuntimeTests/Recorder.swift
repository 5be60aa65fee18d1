import Synchronization

/// The messages that `update` has seen.
final class Recorder: Sendable {
    private let messages = Mutex<[Notebook.Message]>([])

    func add(_ message: Notebook.Message) { messages.withLock { $0.append(message) } }

    var all: [Notebook.Message] { messages.withLock { $0 } }

    var words: [String] {
        all.compactMap { if case .heard(let word) = $0 { word } else { nil } }
    }

    var ticks: [Int64] {
        all.compactMap { if case .ticked(let time) = $0 { time } else { nil } }
    }
}
