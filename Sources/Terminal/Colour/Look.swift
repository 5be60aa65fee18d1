internal import Cells

/// A style as a terminal of some depth can show it: two colour numbers (−1 is the terminal's own)
/// and traits.
struct Look: Hashable {
    var foreground: Int32 = BasicPalette.standard
    var background: Int32 = BasicPalette.standard
    var traits: Traits = []

    init(_ style: Style, theme: Theme, depth: ColourDepth) {
        traits = style.traits
        let background = style.background ?? .meaning(.background)
        switch depth {
        case .direct:
            foreground = theme.colour(style.foreground).map(Look.direct) ?? BasicPalette.standard
            self.background = theme.colour(background).map(Look.direct) ?? BasicPalette.standard
        case .indexed:
            foreground =
                theme.colour(style.foreground).map(IndexedPalette.index) ?? BasicPalette.standard
            self.background =
                theme.colour(background).map(IndexedPalette.index) ?? BasicPalette.standard
        case .sixteen, .eight:
            let count = depth == .eight ? 8 : 16
            let basic = Look.basic(foreground: style.foreground, count: count)
            self.background = Look.basic(background: background, count: count)
            foreground = basic
            // Grey text on the grey row could not be read.
            if case .meaning = style.foreground, foreground == self.background {
                foreground = BasicPalette.standard
            }
            if count == 8 { narrowToEight() }
            traits.formUnion(Look.weight(style))
        case .mono:
            traits.formUnion(Look.weight(style))
            if case .meaning(.rowSelected) = background { traits.insert(.reverse) }
            if case .meaning(.rowSelectedUnfocused) = background { traits.insert(.underline) }
        }
    }

    /// Below 8 a direct-colour description means the palette (terminfo, `xterm+direct`).
    private static func direct(_ colour: RGB) -> Int32 { Int32(max(8, colour.hex)) }

    private static func basic(foreground tint: Tint, count: Int) -> Int32 {
        switch tint {
        case .meaning(let meaning): BasicPalette.foreground(meaning)
        case .gradient(let gradient, let step): BasicPalette.foreground(gradient, at: step)
        case .rgb(let colour): BasicPalette.nearest(to: colour, of: count)
        }
    }

    private static func basic(background tint: Tint, count: Int) -> Int32 {
        switch tint {
        case .meaning(let meaning): BasicPalette.background(meaning)
        case .gradient(let gradient, let step): BasicPalette.foreground(gradient, at: step)
        case .rgb(let colour): BasicPalette.nearest(to: colour, of: count)
        }
    }

    /// Grey is a dim default, bright white is plain, and a second row colour is an underline.
    private mutating func narrowToEight() {
        if foreground == 8 {
            foreground = BasicPalette.standard
            traits.insert(.dim)
        } else if foreground > 8 {
            foreground -= 8
        }
        if background >= 8 {
            background = BasicPalette.standard
            traits.insert(.underline)
        }
    }

    /// What few or no colours say by weight.
    private static func weight(_ style: Style) -> Traits {
        guard case .meaning(let meaning) = style.foreground else { return [] }
        return switch meaning {
        case .accent, .borderFocused, .changed, .title, .bad: .bold
        default: []
        }
    }
}
