/// A colour as red, green and blue, eight bits each.
package struct RGB: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// From `0xRRGGBB`; higher bits are ignored.
    package init(hex: UInt32) {
        self.init(
            UInt8(truncatingIfNeeded: hex >> 16), UInt8(truncatingIfNeeded: hex >> 8),
            UInt8(truncatingIfNeeded: hex))
    }

    package var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

    /// The colour `step` of `steps` on the way to `other`.
    package func blended(with other: RGB, step: Int, of steps: Int) -> RGB {
        guard steps > 0 else { return self }
        func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8(clamping: Int(from) + (Int(to) - Int(from)) * step / steps)
        }
        return RGB(
            mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }

    package func squaredDistance(to other: RGB) -> Int {
        let (r, g, b) = (
            Int(red) - Int(other.red), Int(green) - Int(other.green),
            Int(blue) - Int(other.blue)
        )
        return r * r + g * g + b * b
    }

    /// The sixteen that every terminal has, as xterm shows them; people choose their own.
    package static let sixteen: [RGB] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map { RGB(hex: $0) }
}
