import Cells
import Testing

@Suite struct KeyTests {
    @Test(
        "help shows keys as people write them",
        arguments: [
            (Key.character("p"), "p"), (.character(" "), "space"), (.control("d"), "^d"),
            (.enter, "⏎"), (.function(5), "F5"), (.backtab, "shift-tab"),
        ])
    func names(key: Key, name: String) {
        #expect(key.description == name)
    }
}
