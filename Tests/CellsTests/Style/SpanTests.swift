import Cells
import Testing

@Suite struct SpanTests {
    @Test("spans that are too long end in an ellipsis, and keep their styles")
    func truncation() {
        let spans = [Span("ab", .hit), Span("cd東", .dim)]
        #expect(spans.truncated(to: 6) == spans)
        #expect(spans.truncated(to: 5) == [Span("ab", .hit), Span("cd", .dim), Span("…", .dim)])
        #expect(spans.truncated(to: 3) == [Span("ab", .hit), Span("…", .hit)])
        #expect(spans.truncated(to: 1) == [Span("…")])
        #expect(spans.truncated(to: 0) == [])
    }
}
