/// A part of the screen; width and height are never negative.
package struct Rect: Hashable, Sendable {
    package let x: Int
    package let y: Int
    package let width: Int
    package let height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    package init(_ size: Size) {
        self.init(x: 0, y: 0, width: size.width, height: size.height)
    }

    package var maxX: Int { x + width }
    package var maxY: Int { y + height }
    package var origin: Point { Point(x, y) }
    package var size: Size { Size(width: width, height: height) }
    package var isEmpty: Bool { width == 0 || height == 0 }

    package func contains(_ point: Point) -> Bool {
        (x..<maxX).contains(point.x) && (y..<maxY).contains(point.y)
    }

    package func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(
            x: left, y: top, width: min(maxX, other.maxX) - left,
            height: min(maxY, other.maxY) - top)
    }

    package func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
        Rect(
            x: x + min(horizontal, width), y: y + min(vertical, height),
            width: width - 2 * horizontal, height: height - 2 * vertical)
    }

    package func inset(by cells: Int) -> Rect { inset(horizontal: cells, vertical: cells) }

    /// One row of it, counted from its top; empty when there is no such row.
    package func row(_ index: Int) -> Rect {
        Rect(
            x: x, y: y + index, width: width,
            height: (0..<height).contains(index) ? 1 : 0)
    }

    /// The rows from `first` on, at most `count` of them.
    package func rows(from first: Int, count: Int = .max) -> Rect {
        let start = min(max(0, first), height)
        return Rect(x: x, y: y + start, width: width, height: min(count, height - start))
    }

    /// A box in the middle, no larger than this one: where dialogs stand.
    package func centred(width wanted: Int, height wantedHeight: Int) -> Rect {
        let boxWidth = min(max(0, wanted), width)
        let boxHeight = min(max(0, wantedHeight), height)
        return Rect(
            x: x + (width - boxWidth) / 2, y: y + (height - boxHeight) / 2, width: boxWidth,
            height: boxHeight)
    }
}
