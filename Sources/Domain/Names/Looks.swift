import Foundation

/// What a reader sees of a name, after the idea of UTS #39: two names with a look in common may be
/// taken for each other, so they do not stand side by side.
///
/// 1. `folded` is the name without case and compatibility forms: `ＡＤＭＩＮ` is `admin`.
/// 2. `drawn` goes by the shapes, case by case: Cyrillic and Greek letters that look Latin are
///    Latin, `0` is `o`, `1` and `i` are `l`, `rn` is `m`, `vv` is `w`.
package struct Looks: Hashable, Sendable {
    package let folded: String
    package let drawn: String

    package init(_ name: some StringProtocol) {
        // Taken apart, so that a letter with an accent is its letter, and the accent.
        let apart = String(name).decomposedStringWithCompatibilityMapping
        folded = apart.lowercased()
        var shapes = String.UnicodeScalarView()
        for scalar in apart.unicodeScalars {
            let shape = Self.latin[scalar] ?? Self.digit(scalar) ?? scalar
            for small in shape.properties.lowercaseMapping.unicodeScalars {
                shapes.append(Self.alike[small] ?? small)
            }
        }
        drawn = String(shapes).replacing("rn", with: "m").replacing("vv", with: "w")
    }

    package func isLike(_ other: Looks) -> Bool {
        folded == other.folded || drawn == other.drawn
    }

    /// Digits of other scripts are read as their numbers.
    private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard !scalar.isASCII, scalar.properties.generalCategory == .decimalNumber,
            let number = scalar.properties.numericValue, (0...9).contains(number)
        else { return nil }
        return Unicode.Scalar(UInt8(ascii: "0") + UInt8(number))
    }

    /// Among Latin letters and digits, when all are small.
    private static let alike: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "1": "l", "i": "l", "|": "l", "ı": "l", "ǀ": "l", "ł": "l", "ø": "o", "đ": "d",
        "ɑ": "a", "ɡ": "g", "ʏ": "y", "ɩ": "l",
    ]

    /// Letters of other scripts and the Latin ones they look like.
    private static let latin = pairs(
        // Cyrillic, small and large.
        "аa сc еe һh іi јj кk мm оo рp ԛq гr ѕs тt уy үy хx ѵv ԝw ӏl ԁd пn иu вb нh "
            + "АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT УY ҮY ХX ѴV ԜW ӀI ЬB З3 з3 "
            // Greek, small and large.
            + "αa βb γy εe ιi κk νv οo ρp σo τt υu χx ωw ηn ϲc ϳj "
            + "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC "
            // Armenian.
            + "օo սu հh ոn ցg զq")

    /// `ab cd`: a is drawn as b, c as d.
    private static func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(
            text.split(separator: " ").compactMap { pair in
                guard let from = pair.unicodeScalars.first, let to = pair.unicodeScalars.last
                else { return nil }
                return (from, to)
            }, uniquingKeysWith: { first, _ in first })
    }
}
