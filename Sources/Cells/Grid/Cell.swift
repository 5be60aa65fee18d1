/// One cell of the screen: what stands in it and in which style.
///
/// 1. `text` is one spacing character and at most four marks, so that every terminal library can
///    hold it; it is empty in the right half of a wide character.
/// 2. `width` is 1 or 2, and 0 in that right half.
/// 3. Texts up to fifteen bytes live inside the cell; only absurd stacks of marks allocate.
package struct Cell: Hashable, Sendable {
    package let text: String
    package let width: UInt8
    package var style: Style

    package static let blank = Cell(text: " ", width: 1, style: Style())

    // Only this module makes cells: `Cluster` keeps the invariants.
    init(text: String, width: UInt8, style: Style) {
        self.text = text
        self.width = width
        self.style = style
    }

    package var isContinuation: Bool { width == 0 }

    /// What stands for it where only ASCII can be shown; as long as it is wide.
    package var asciiText: String { ASCIIFallback.text(for: self) }
}
