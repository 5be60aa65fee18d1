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
    package var failure: Phrase?
    /// How far the names are scrolled.
    package var scroll = 0

    package init(_ act: StagedAct, in list: MarkedList, items: [Item], leftOut: [LeftOut]) {
        self.act = act
        self.list = list
        self.items = items
        self.leftOut = leftOut
        reason = act.needsReason ? TextField() : nil
    }

    /// Of everything that has a size; `nil` where nothing has.
    package var bytes: ByteCount? {
        let sizes = items.compactMap(\.size)
        return sizes.isEmpty ? nil : sizes.reduce(.zero, +)
    }
}
