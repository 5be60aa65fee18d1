/// What a part of a split asks for.
package enum Share: Hashable, Sendable {
    /// So many cells, or what is left of them.
    case cells(Int)
    /// A weight: the rest is divided among these in proportion.
    case part(Int)
}

extension Rect {
    /// Side by side, from left to right; together they fill the width exactly when one is a `part`.
    package func columns(_ shares: [Share], gap: Int = 0) -> [Rect] {
        var left = x
        return Rect.lengths(of: shares, in: width, gap: gap).map { length in
            defer { left += length + gap }
            return Rect(x: left, y: y, width: min(length, maxX - left), height: height)
        }
    }

    package func columns(_ shares: Share..., gap: Int = 0) -> [Rect] {
        columns(shares, gap: gap)
    }

    /// One under the other, from the top.
    package func rows(_ shares: [Share], gap: Int = 0) -> [Rect] {
        var top = y
        return Rect.lengths(of: shares, in: height, gap: gap).map { length in
            defer { top += length + gap }
            return Rect(x: x, y: top, width: width, height: min(length, maxY - top))
        }
    }

    package func rows(_ shares: Share..., gap: Int = 0) -> [Rect] {
        rows(shares, gap: gap)
    }

    package func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
        let parts = rows([.cells(count), .part(1)])
        return (parts[0], parts[1])
    }

    package func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
        let (rest, bottom) = splitTop(height - min(max(0, count), height))
        return (rest, bottom)
    }

    package func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
        let parts = columns([.cells(count), .part(1)])
        return (parts[0], parts[1])
    }

    package func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
        let (rest, right) = splitLeft(width - min(max(0, count), width))
        return (rest, right)
    }

    private static func lengths(of shares: [Share], in total: Int, gap: Int) -> [Int] {
        var free = max(0, total - gap * max(0, shares.count - 1))
        var weight = 0
        var lengths = shares.map { share -> Int in
            switch share {
            case .cells(let count):
                let length = min(max(0, count), free)
                free -= length
                return length
            case .part(let part):
                weight += max(0, part)
                return 0
            }
        }
        // Dividing what is left by the weight that is left gives rounding to the later parts, and
        // no cell is lost.
        for (index, share) in shares.enumerated() {
            guard case .part(let part) = share, part > 0, weight > 0 else { continue }
            lengths[index] = free * part / weight
            free -= lengths[index]
            weight -= part
        }
        return lengths
    }
}
