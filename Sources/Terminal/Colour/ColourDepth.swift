/// How a terminal names colours.
enum ColourDepth: Hashable {
    case mono
    /// The eight of ECMA-48.
    case eight
    case sixteen
    /// The cube and the greys of xterm.
    case indexed
    /// Red, green and blue in one number.
    case direct

    init(colours: Int) {
        switch colours {
        case 0x1000000...: self = .direct
        case 256...: self = .indexed
        case 16...: self = .sixteen
        case 8...: self = .eight
        default: self = .mono
        }
    }
}
