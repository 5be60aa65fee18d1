import Cells

extension Rect {
    /// A box in the middle for a dialog.
    ///
    /// No border of it stands against one of the pane behind: some of the pane is seen around it, or,
    /// on a small screen that has no room for that, nothing.
    func dialog(width wanted: Int, height wantedHeight: Int) -> Rect {
        if width >= 100 {
            return centred(
                width: min(wanted, width - 4), height: min(wantedHeight, height - 2))
        }
        guard wantedHeight <= height - 4 else { return self }
        let isWide = wanted > width - 6
        return centred(
            width: !isWide ? wanted : width < 60 ? width : width - 4, height: wantedHeight)
    }
}
