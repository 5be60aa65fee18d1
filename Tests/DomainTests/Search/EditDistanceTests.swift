import Domain
import Testing

@Suite struct EditDistanceTests {
    @Test(
        "letters added, dropped, replaced and swapped are counted",
        arguments: [
            ("relatorio", "relatorio", 0), ("relatroio", "relatorio", 1),
            ("relatoro", "relatorio", 1),
            ("relatoriio", "relatorio", 1), ("relatorip", "relatorio", 1),
            ("relatirop", "relatorio", 3),
            ("", "ab", 2), ("ab", "", 2), ("seguranca", "segruanca", 1),
        ])
    func distance(one: String, other: String, distance: Int) {
        #expect(EditDistance.between(one, other, limit: 3) == distance)
        #expect(EditDistance.between(other, one, limit: 3) == distance)
        #expect(EditDistance.between(one, other, limit: distance - 1) == nil)
    }
}
