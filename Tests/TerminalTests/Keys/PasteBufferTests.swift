import Testing

@testable import Terminal

@Suite struct PasteBufferTests {
    @Test("lines end as lines do here, and the rest is as it was pasted")
    func lines() {
        var paste = PasteBuffer()
        for scalar in "magnet:?a\rb\u{1B}[A é".unicodeScalars { paste.take(scalar) }
        #expect(paste.whole == "magnet:?a\nb\u{1B}[A é")
    }

    @Test("what is beyond the bound is dropped")
    func bounded() {
        var paste = PasteBuffer()
        for _ in 0..<(1 << 20) { paste.take("x") }
        #expect(paste.whole.unicodeScalars.count == PasteBuffer.limit)
    }
}
