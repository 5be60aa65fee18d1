internal import CCurses
internal import Cells

/// The colour pairs that ncurses has been told of.
///
/// ncurses holds 65,536 of them at most and a changed one recolours what is on the screen, so a
/// full table is emptied as a whole, and everything is painted anew.
struct PairTable {
    private struct Colours: Hashable {
        let foreground: Int32
        let background: Int32
    }

    private let capacity: Int
    private var pairs: [Colours: Int32] = [:]
    /// Set when a pair could not be had until the table is emptied.
    private(set) var isFull = false

    init(capacity: Int) { self.capacity = max(0, capacity - 1) }

    /// 0, the terminal's own colours, when there is no room or the terminal refuses.
    mutating func pair(for look: Look) -> Int32 {
        let colours = Colours(foreground: look.foreground, background: look.background)
        if colours.foreground == BasicPalette.standard,
            colours.background == BasicPalette.standard
        {
            return 0
        }
        if let known = pairs[colours] { return known }
        guard pairs.count < capacity else {
            isFull = true
            return 0
        }
        let pair = alloc_pair(colours.foreground, colours.background)
        // Drawing with a refused pair (−1) can crash ncurses.
        guard pair > 0 else { return 0 }
        pairs[colours] = pair
        return pair
    }

    mutating func empty() {
        for pair in pairs.values { _ = free_pair(pair) }
        pairs = [:]
        isFull = false
    }
}
