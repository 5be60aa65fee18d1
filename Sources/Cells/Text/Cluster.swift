/// One character as a person counts it, in the cells that every terminal agrees to give it.
///
/// Terminals differ on sequences of emoji, so those are reduced to what all of them draw alike: a
/// family or a skin tone becomes its first picture, a variation selector leaves and the character
/// keeps its plain width. Whatever is dangerous in a terminal has no cells at all.
struct Cluster {
    struct Part {
        let text: String
        let width: UInt8
    }

    /// ncurses holds one spacing character and four marks in a cell; of a text from the right, one
    /// of them is the mark that ends it.
    private static let markLimit = 4

    /// Nearly every character is one part; the array stays empty and costs nothing.
    let first: Part?
    let others: [Part]
    /// Written from the right, as Hebrew and Arabic are.
    let isRightToLeft: Bool

    var width: Int {
        others.reduce(Int(first?.width ?? 0)) { $0 + Int($1.width) }
    }

    init(_ character: Character) {
        let scalars = character.unicodeScalars
        if let only = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex,
            let width = PlainScalars.width(of: only)
        {
            first = Part(text: String(character), width: width)
            others = []
            isRightToLeft = false
            return
        }
        isRightToLeft = scalars.contains(where: Direction.isRightToLeft)
        let limit = isRightToLeft ? Self.markLimit - 1 : Self.markLimit
        var parts: [Part] = []
        var base: Unicode.Scalar?
        var marks: [Unicode.Scalar] = []
        for scalar in scalars {
            if ScalarWidth.of(scalar) == 0 {
                // Marks before any letter have nothing to stand on.
                if base != nil, marks.count < limit, Cluster.isDrawn(mark: scalar) {
                    marks.append(scalar)
                }
            } else if let current = base {
                if Cluster.isPicture(current) { break }
                if let part = Cluster.part(current, marks: marks) { parts.append(part) }
                base = scalar
                marks = []
            } else {
                base = scalar
            }
        }
        let last = base.flatMap { Cluster.part($0, marks: marks) }
        first = parts.first ?? last
        others = parts.isEmpty ? [] : Array(parts.dropFirst()) + (last.map { [$0] } ?? [])
    }

    private static func part(_ base: Unicode.Scalar, marks: [Unicode.Scalar]) -> Part? {
        let width = ScalarWidth.of(base)
        guard width > 0, !TextSafety.isDangerous(base) else { return nil }
        if base.properties.isWhitespace { return Part(text: " ", width: 1) }
        if marks.isEmpty { return Part(text: String(base), width: UInt8(width)) }
        var text = String.UnicodeScalarView([base])
        text.append(contentsOf: marks)
        return Part(text: String(text), width: UInt8(width))
    }

    private static func isDrawn(mark: Unicode.Scalar) -> Bool {
        !mark.properties.isVariationSelector && mark.properties.generalCategory != .format
            && !TextSafety.isDangerous(mark)
    }

    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmoji && !ScalarWidth.isRegionalIndicator(scalar)
    }
}
