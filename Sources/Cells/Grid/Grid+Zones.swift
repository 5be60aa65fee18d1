extension Grid {
    /// Says what a part of the screen is for, where that is asked; what is said later lies over what
    /// was said before.
    package mutating func zone(_ rect: Rect, _ target: Zone.Target) {
        guard zones != nil, !rect.isEmpty else { return }
        zones?.append(Zone(rect, target))
    }

    /// What is uppermost at a place.
    package func zone(at point: Point) -> Zone? {
        zones?.last { $0.rect.contains(point) }
    }
}
