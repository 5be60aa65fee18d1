/// How much of the screen the pane with the focus takes from those beside it: at `half` about half of
/// what they have.
package enum PaneSize: CaseIterable, Hashable, Sendable {
    case normal, half, full

    /// Round and round, by so many steps.
    func stepped(_ step: Int) -> PaneSize {
        let all = Self.allCases
        let place = all.firstIndex(of: self) ?? 0
        return all[(place + step + all.count) % all.count]
    }
}
