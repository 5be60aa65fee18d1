package import Cells

/// What was typed of something longer, a count or a chord, and which key came last.
///
/// 1. A count and the pane of its only digit wait together: whichever is decided ends the other.
/// 2. Nothing here outlives the key that it was waiting for, except which one came last.
package struct TypedKeys: Equatable, Sendable {
    /// Says why a key did nothing; the next key takes it away.
    package struct Remark: Equatable, Sendable {
        package let text: Phrase
        package let at: Moment
    }

    /// A key that comes again within this time is taken for one that is held down. Keyboards wait
    /// up to 660 ms before they repeat, and then repeat at 10 Hz or faster.
    static let heldWithin = Duration.milliseconds(700)
    /// Larger counts than this no list has rows for.
    static let largestCount = 9_999_999

    package internal(set) var count: Int?
    /// The digit also opens a pane, and does when nothing follows.
    package internal(set) var awaitedPane: Action?
    package internal(set) var chord: [Key] = []
    package internal(set) var remark: Remark?
    /// How often the action that is being performed is wanted; only while it is.
    var times: Int?
    private var lastKey: Key?
    private var lastArrival = Duration.zero

    package init() {}

    package var isEmpty: Bool { count == nil && chord.isEmpty }

    /// As they were typed.
    package var shown: String {
        (count.map(String.init) ?? "") + chord.map(\.description).joined(separator: " ")
    }

    /// - Returns: whether the key is being held down.
    mutating func arrived(_ key: Key, at time: Duration) -> Bool {
        defer { (lastKey, lastArrival) = (key, time) }
        return lastKey == key && time - lastArrival < Self.heldWithin
    }

    mutating func add(digit: Int) {
        let sum = (count ?? 0) * 10 + digit
        if sum <= Self.largestCount { count = sum }
        awaitedPane = nil
    }

    mutating func clear() {
        count = nil
        awaitedPane = nil
        chord = []
    }
}
