/// A column of a table: how wide, on which side, and how soon it leaves a narrow one.
package struct TableColumn: Hashable, Sendable {
    package enum Width: Hashable, Sendable {
        case fixed(Int)
        /// Takes what the others leave; while it is below its minimum, others leave.
        case flexible(minimum: Int)
    }

    package let title: String
    package let width: Width
    package let alignment: TextAlignment
    /// The highest number leaves first; 0 never leaves.
    package let priority: Int

    package init(
        _ title: String, _ width: Width, alignment: TextAlignment = .left, priority: Int = 0
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.priority = priority
    }

    /// Numbers stand at the right, so that their digits line up.
    package static func number(_ title: String, _ width: Int, priority: Int = 0) -> TableColumn {
        TableColumn(title, .fixed(width), alignment: .right, priority: priority)
    }

    /// With a width of somebody's own; `nil` leaves it as it is.
    package func sized(_ chosen: Int?) -> TableColumn {
        guard let chosen else { return self }
        return TableColumn(title, .fixed(chosen), alignment: alignment, priority: priority)
    }

    package var minimum: Int {
        switch width {
        case .fixed(let width): width
        case .flexible(let minimum): minimum
        }
    }

    var isFlexible: Bool { if case .flexible = width { true } else { false } }
}
