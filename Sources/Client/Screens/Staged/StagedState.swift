import Cells
package import Domain

/// What a bulk act will do, before it is done.
///
/// 1. `items` can be acted on as far as is known here; `leftOut` cannot, and says why.
/// 2. What has a reason to give is confirmed by giving it, the rest by a key of its own.
package struct StagedState: Equatable, Sendable {
    package struct Item: Equatable, Sendable {
        package let subject: StagedSubject
        package let title: String
        /// What it moves, frees or deletes.
        package var size: ByteCount?
    }

    package struct LeftOut: Equatable, Sendable {
        package let title: String
        package let reason: Phrase
    }

    package let act: StagedAct
    package let list: MarkedList
    package let items: [Item]
    package let leftOut: [LeftOut]
    /// `nil` where the act has none.
    package var reason: TextField?
    /// After what time a ban ends; `nil` where nothing ends.
    package var lapse: TextField?
    /// Whether keys go there, and not into the reason.
    package var isInLapse = false
    package var failure: Phrase?
    /// How far the names are scrolled.
    package var scroll = 0

    package init(_ act: StagedAct, in list: MarkedList, items: [Item], leftOut: [LeftOut]) {
        self.act = act
        self.list = list
        self.items = items
        self.leftOut = leftOut
        reason = act.needsReason ? TextField() : nil
        lapse = act == .ban ? TextField() : nil
    }

    /// - Returns: `false` when the key is none for a field.
    mutating func take(_ key: Key) -> Bool {
        guard (isInLapse ? lapse?.take(key) : reason?.take(key)) == true else { return false }
        failure = nil
        return true
    }

    /// Of everything that has a size; `nil` where nothing has.
    package var bytes: ByteCount? {
        let sizes = items.compactMap(\.size)
        return sizes.isEmpty ? nil : sizes.reduce(.zero, +)
    }
}
