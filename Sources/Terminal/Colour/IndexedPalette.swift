internal import Cells

/// The 256 colours of xterm above the sixteen that people change: a 6×6×6 cube and 24 greys.
enum IndexedPalette {
    private static let levels = [0, 95, 135, 175, 215, 255]

    static func index(of colour: RGB) -> Int32 {
        let parts = [colour.red, colour.green, colour.blue].map { nearestLevel(Int($0)) }
        let cube = RGB(
            UInt8(levels[parts[0]]), UInt8(levels[parts[1]]), UInt8(levels[parts[2]]))
        let mean = (Int(colour.red) + Int(colour.green) + Int(colour.blue)) / 3
        let step = min(23, max(0, (mean - 3) / 10))
        let level = UInt8(8 + 10 * step)
        let grey = RGB(level, level, level)
        return grey.squaredDistance(to: colour) < cube.squaredDistance(to: colour)
            ? Int32(232 + step) : Int32(16 + 36 * parts[0] + 6 * parts[1] + parts[2])
    }

    /// The colour of a number from 0 to 255.
    static func colour(of index: Int32) -> RGB {
        switch index {
        case ..<16: return RGB.sixteen[Int(max(0, index))]
        case ..<232:
            let place = Int(index) - 16
            return RGB(
                UInt8(levels[place / 36]), UInt8(levels[place / 6 % 6]), UInt8(levels[place % 6]))
        default:
            let level = UInt8(clamping: 8 + 10 * (Int(index) - 232))
            return RGB(level, level, level)
        }
    }

    private static func nearestLevel(_ value: Int) -> Int {
        levels.indices.min { abs(levels[$0] - value) < abs(levels[$1] - value) } ?? 0
    }
}
