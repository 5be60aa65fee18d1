/// A part of the screen that can be pointed at.
package struct Zone: Hashable, Sendable {
    /// What it is for. Lists and stops are numbered by whoever draws them.
    package enum Target: Hashable, Sendable {
        /// The rows of a list.
        case rows(list: Int, ListWindow)
        /// The bar beside them.
        case bar(list: Int, ListWindow)
        /// Something that can have the focus.
        case stop(Int)
        /// Does what a key does.
        case key(Key)
        /// A pane of the screen, by its number.
        case tab(Int)
        /// Where nothing happens.
        case surface
        /// What is around a dialog.
        case outside
    }

    package let rect: Rect
    package let target: Target

    package init(_ rect: Rect, _ target: Target) {
        self.rect = rect
        self.target = target
    }
}
