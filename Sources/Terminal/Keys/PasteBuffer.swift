/// What is being pasted, until its end mark comes.
///
/// 1. It holds `limit` scalars; the rest of a longer paste is dropped, for it is no magnet, no path
///    and no text for any field here.
/// 2. Taking in a scalar costs the same, however many there are.
struct PasteBuffer {
    static let limit = 1 << 16

    private var text = String.UnicodeScalarView()
    private var count = 0

    mutating func take(_ scalar: Unicode.Scalar) {
        guard count < Self.limit else { return }
        count += 1
        text.append(scalar == "\r" ? "\n" : scalar)
    }

    var whole: String { String(text) }
}
