/// A dictionary that forgets what was not touched for long, so that strangers cannot fill memory.
///
/// It holds at most `most` entries, in two generations: when the younger one has half of them it
/// becomes the older one, and what is left of that is forgotten.
struct Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let half: Int
    private var younger: [Key: Value] = [:]
    private var older: [Key: Value] = [:]

    init(most: Int) { half = max(1, most / 2) }

    var count: Int { younger.count + older.count }

    subscript(key: Key) -> Value? {
        mutating get {
            if let value = younger[key] { return value }
            guard let value = older[key] else { return nil }
            self[key] = value
            return value
        }
        set {
            older[key] = nil
            if younger[key] == nil, newValue != nil, younger.count >= half {
                older = younger
                younger = [:]
            }
            younger[key] = newValue
        }
    }
}
