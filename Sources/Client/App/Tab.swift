/// The panes that have a number.
package enum Tab: Int, CaseIterable, Hashable, Sendable {
    case catalog = 1
    case transfers, ratio, admin, activity
}
