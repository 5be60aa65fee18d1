import Cells
import Glibc
import Testing

@testable import Terminal

@Suite struct WidthAgreementTests {
    /// ncurses counts columns with the C library's table; where ours differed, the rest of a line
    /// would slide.
    @Test("every character that is shown has the width that the C library gives it")
    func agreement() {
        _ = setlocale(LC_CTYPE, "C.UTF-8")
        var differing: [String] = []
        for value in UInt32(0x20)...0x3FFFF {
            guard let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace else {
                continue
            }
            let ours = String(scalar).columns
            let theirs = LibraryWidth.columns(of: scalar)
            // What either does not know or does not show cannot disagree.
            guard ours > 0, theirs > 0, ours != theirs else { continue }
            differing.append("U+\(String(value, radix: 16, uppercase: true)) \(ours) not \(theirs)")
        }
        #expect(differing.isEmpty, "\(differing.prefix(20))")
    }
}
