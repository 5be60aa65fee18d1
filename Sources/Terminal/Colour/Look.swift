internal import Cells

/// A style as a terminal of some depth can show it: two colour numbers (−1 is the terminal's own)
/// and traits.
///
/// A text can be read on its ground, whatever the theme says: its colour is moved towards white or
/// black until it has the contrast that WCAG asks for. What the terminal's own ground is, the terminal
/// may have said; else it is held to be nearly black, or nearly white for dark text.
struct Look: Hashable {
    /// What a ground of the terminal's own is taken for.
    static let assumedDark = RGB(0x1E, 0x1E, 0x1E)
    static let assumedLight = RGB(0xF8, 0xF8, 0xF8)

    var foreground: Int32 = BasicPalette.standard
    var background: Int32 = BasicPalette.standard
    var traits: Traits = []

    /// - Parameter ground: the terminal's own, where that is known.
    init(_ style: Style, theme: Theme, depth: ColourDepth, ground: RGB? = nil) {
        traits = style.traits
        let background = style.background ?? .meaning(.background)
        switch depth {
        case .indexed where theme.isBasic, .sixteen where theme.isBasic:
            takeBasic(style, on: background, theme)
        case .direct, .indexed:
            paint(
                style.foreground, on: background, theme,
                under: Look.ground(of: theme, known: ground), isDirect: depth == .direct)
        case .sixteen, .eight:
            place(style.foreground, on: background, count: depth == .eight ? 8 : 16)
            traits.formUnion(Look.weight(style))
        case .mono:
            traits.formUnion(Look.weight(style))
            if case .meaning(.rowSelected) = background { traits.insert(.reverse) }
            if case .meaning(.rowSelectedUnfocused) = background { traits.insert(.underline) }
        }
    }

    // MARK: the theme's colours

    private mutating func paint(
        _ tint: Tint, on ground: Tint, _ theme: Theme, under bare: RGB, isDirect: Bool
    ) {
        let number = isDirect ? Look.direct : IndexedPalette.index
        let shown: (RGB) -> RGB = {
            isDirect ? $0 : IndexedPalette.colour(of: IndexedPalette.index(of: $0))
        }
        let row = theme.colour(ground)
        background = row.map(number) ?? BasicPalette.standard
        guard var colour = theme.colour(tint) else {
            // The terminal's own text on a row of the theme's: nobody knows what it looks like.
            if let row, case .meaning(let meaning) = tint, meaning.isText {
                foreground = number(Contrast.isDark(row) ? RGB(255, 255, 255) : RGB(0, 0, 0))
            }
            return
        }
        if case .meaning(let meaning) = tint, meaning.isText {
            let ground = row.map(shown) ?? bare
            colour = Contrast.legible(colour, on: ground, shown: shown)
        }
        foreground = number(colour)
    }

    /// Below 8 a direct-colour description means the palette (terminfo, `xterm+direct`).
    private static func direct(_ colour: RGB) -> Int32 { Int32(max(8, colour.hex)) }

    /// What lies under texts that no row is under.
    static func ground(of theme: Theme, known: RGB? = nil) -> RGB {
        if let own = theme.colour(.meaning(.background)) ?? known { return own }
        guard let text = theme.colour(.meaning(.text)) else { return assumedDark }
        return Contrast.isDark(text) ? assumedLight : assumedDark
    }

    // MARK: few colours

    private mutating func takeBasic(_ style: Style, on ground: Tint, _ theme: Theme) {
        func number(_ tint: Tint) -> Int32 {
            theme.colour(tint).map { BasicPalette.nearest(to: $0, of: 16) }
                ?? BasicPalette.standard
        }
        background = number(ground)
        foreground = number(style.foreground)
        if case .meaning(let meaning) = style.foreground, meaning.isText, background >= 0 {
            let shown = { (colour: RGB) in
                RGB.sixteen[Int(BasicPalette.nearest(to: colour, of: 16))]
            }
            foreground = BasicPalette.nearest(
                to: Contrast.legible(
                    RGB.sixteen[Int(max(0, foreground))], on: RGB.sixteen[Int(background)],
                    shown: shown), of: 16)
        }
        if case .meaning(.rowSelectedUnfocused) = ground { traits.insert(.underline) }
        traits.formUnion(Look.weight(style))
    }

    private mutating func place(_ tint: Tint, on ground: Tint, count: Int) {
        background = Look.basic(background: ground, count: count)
        foreground = Look.basic(foreground: tint, count: count)
        if case .meaning(let meaning) = tint, meaning.isText {
            // On the blue row only white can be read.
            if case .meaning(.rowSelected) = ground { foreground = 15 }
        }
        if case .meaning = tint, foreground == background { foreground = BasicPalette.standard }
        if case .meaning(.rowSelectedUnfocused) = ground { traits.insert(.underline) }
        if count == 8 { narrowToEight() }
    }

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

    /// Grey is a dim default, and a bright colour a bold one: terminals with eight colours brighten
    /// what is bold.
    private mutating func narrowToEight() {
        if foreground == 8 {
            foreground = BasicPalette.standard
            traits.insert(.dim)
        } else if foreground > 8 {
            foreground -= 8
            traits.insert(.bold)
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
