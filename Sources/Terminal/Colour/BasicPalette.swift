internal import Cells

/// The sixteen colours that every terminal has and its user chose.
///
/// Here the meanings keep fixed places in place of the theme's colours: the nearest of sixteen to
/// a quiet grey is black, which nobody could read.
enum BasicPalette {
    static let standard: Int32 = -1

    /// From 0 to 15, or `standard`.
    static func foreground(_ meaning: Meaning) -> Int32 {
        switch meaning {
        case .text, .changed, .hit, .title, .background: standard
        case .textDim, .textDisabled, .graphText, .border, .meterTrack, .paused,
            .rowSelectedUnfocused:
            8
        case .accent, .borderFocused, .rowMarked, .warning, .ratioFair: 3
        case .good, .ratioGood, .seeding: 2
        case .bad, .ratioPoor: 1
        case .download: 6
        case .upload: 5
        case .rowSelectedText: 15
        case .rowSelected: 4
        }
    }

    static func background(_ meaning: Meaning) -> Int32 {
        switch meaning {
        case .rowSelected: 4
        case .rowSelectedUnfocused: 8
        default: standard
        }
    }

    static func foreground(_ gradient: Gradient, at step: UInt8) -> Int32 {
        switch gradient {
        case .download: 6
        case .upload: 5
        case .progress: 3
        case .ratio: step < 34 ? 1 : step < 67 ? 3 : 2
        case .load: step < 34 ? 2 : step < 67 ? 3 : 1
        }
    }

    /// The nearest by xterm's numbers, for pictures.
    static func nearest(to colour: RGB, of count: Int) -> Int32 {
        let near = colours.prefix(count).enumerated().min {
            $0.element.squaredDistance(to: colour) < $1.element.squaredDistance(to: colour)
        }
        return Int32(near?.offset ?? 0)
    }

    private static let colours: [RGB] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map { RGB(hex: $0) }
}
