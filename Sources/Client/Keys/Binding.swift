package import Cells

/// Keys that mean an action in some context.
package struct Binding: Hashable, Sendable {
    package let keys: [Key]
    package let action: Action
    /// Whether the status line offers it.
    package let isHinted: Bool

    package init(_ keys: [Key], _ action: Action, hinted isHinted: Bool = false) {
        self.keys = keys
        self.action = action
        self.isHinted = isHinted
    }
}
