internal import Cells

/// The sixteen colours that every terminal has and its user chose.
///
/// Here the meanings keep fixed places in place of the theme's colours: the nearest of sixteen to
/// a quiet grey is black, which nobody could read. Only a theme that is made of the sixteen is taken
/// at its word.
enum BasicPalette {
    static let standard: Int32 = -1

    /// From 0 to 15, or `standard`. Red and magenta are the bright ones: xterm's others are below
    /// what can be read on black.
    static func foreground(_ meaning: Meaning) -> Int32 {
        switch meaning {
        case .text, .changed, .hit, .title, .background: standard
        case .textDim, .textDisabled, .graphText, .border, .meterTrack, .paused,
            .rowSelectedUnfocused:
            8
        case .accent, .borderFocused, .rowMarked, .warning, .ratioFair: 3
        case .good, .ratioGood, .seeding: 2
        case .bad, .ratioPoor: 9
        case .download: 6
        case .upload: 13
        case .rowSelectedText: 15
        case .rowSelected: 4
        }
    }

    /// A row without the focus has no colour of its own: on grey nothing could be read.
    static func background(_ meaning: Meaning) -> Int32 {
        meaning == .rowSelected ? 4 : standard
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

    /// The nearest by xterm's numbers.
    static func nearest(to colour: RGB, of count: Int) -> Int32 {
        let near = RGB.sixteen.prefix(count).enumerated().min {
            $0.element.squaredDistance(to: colour) < $1.element.squaredDistance(to: colour)
        }
        return Int32(near?.offset ?? 0)
    }
}
