import Cells
import Testing

@Suite struct ScrollBarTests {
    private func window(_ first: Int, of count: Int, height: Int) -> ListWindow {
        ListWindow(count: count, cursor: first + height / 2, height: height, first: first)
    }

    @Test("a bar is at its ends only where the list is, and never as long as itself")
    func ends() {
        for height in 3...40 {
            for count in [height + 1, height * 2, 1000, 100_000] {
                for first in [0, 1, (count - height) / 2, count - height - 1, count - height] {
                    let window = window(first, of: count, height: height)
                    guard window.first == first else { continue }
                    guard let thumb = ScrollBar(window).thumb(in: height) else {
                        Issue.record("no thumb for \(count) in \(height)")
                        continue
                    }
                    #expect(thumb.lowerBound >= 0 && thumb.upperBound <= height)
                    #expect((1..<height).contains(thumb.count))
                    if first == 0 { #expect(thumb.lowerBound == 0) }
                    if first == count - height { #expect(thumb.upperBound == height) }
                    if height - thumb.count >= 2, first > 0, first < count - height {
                        #expect(thumb.lowerBound > 0 && thumb.upperBound < height)
                    }
                }
            }
        }
    }

    @Test("there is none where all is shown, or where it could say nothing")
    func none() {
        #expect(ScrollBar(window(0, of: 8, height: 8)).thumb(in: 8) == nil)
        #expect(ScrollBar(window(0, of: 0, height: 8)).thumb(in: 8) == nil)
        #expect(ScrollBar(window(0, of: 8, height: 2)).thumb(in: 2) == nil)
    }

    @Test("its ends lead to the ends of the list, and what is beyond them too")
    func pointing() {
        let bar = ScrollBar(window(0, of: 1000, height: 20))
        #expect(bar.first(at: 0, of: 20) == 0 && bar.first(at: -9, of: 20) == 0)
        #expect(bar.first(at: 19, of: 20) == 980 && bar.first(at: 99, of: 20) == 980)
        #expect((400...600).contains(bar.first(at: 10, of: 20)))
        #expect(bar.first(at: 5, of: 1) == 0 && bar.first(at: 5, of: 0) == 0)
    }
}
