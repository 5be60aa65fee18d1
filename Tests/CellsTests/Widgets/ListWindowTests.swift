import Cells
import Testing

@Suite struct ListWindowTests {
    @Test("the cursor is in sight wherever it goes, and the window stays on the list")
    func invariants() {
        for count in [0, 1, 2, 5, 10, 100] {
            for height in [0, 1, 2, 3, 5, 20] {
                for cursor in [-5, 0, 1, 4, 9, 50, 99, 1000] {
                    for first in [-3, 0, 3, 95, 1000] {
                        let window = ListWindow(
                            count: count, cursor: cursor, height: height, first: first)
                        #expect(window.visible.count == min(count, height))
                        if count > 0, height > 0 { #expect(window.visible.contains(window.cursor)) }
                    }
                }
            }
        }
    }

    @Test("the window moves only as far as the cursor needs, with two rows in sight around it")
    func scrolling() {
        #expect(ListWindow(count: 100, cursor: 7, height: 10).first == 0)
        #expect(ListWindow(count: 100, cursor: 8, height: 10).first == 1)
        #expect(ListWindow(count: 100, cursor: 8, height: 10, first: 5).first == 5)
        #expect(ListWindow(count: 100, cursor: 6, height: 10, first: 5).first == 4)
        #expect(ListWindow(count: 100, cursor: 99, height: 10).first == 90)
        #expect(ListWindow(count: 100, cursor: 0, height: 10, first: 50).first == 0)
        #expect(ListWindow(count: 5, cursor: 4, height: 10).isComplete)
    }
}
