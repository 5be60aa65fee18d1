import Testing

@testable import Cells

@Suite struct PlainScalarsTests {
    @Test("what is known beforehand is what Unicode's tables say, scalar by scalar")
    func agreement() {
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value), let width = PlainScalars.width(of: scalar)
            else { continue }
            let isPlain =
                ScalarWidth.of(scalar) == Int(width) && !TextSafety.isDangerous(scalar)
                && (scalar == " " || !scalar.properties.isWhitespace)
            #expect(isPlain, "U+\(String(value, radix: 16))")
        }
    }
}
