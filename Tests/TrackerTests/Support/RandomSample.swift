/// Positions drawn without repetition, each set of them equally likely.
enum RandomSample {
    /// All of them, shuffled, where no more than `wanted` exist.
    static func positions(
        _ wanted: Int, of count: Int, using generator: inout some RandomNumberGenerator
    ) -> [Int] {
        guard wanted > 0, count > 0 else { return [] }
        guard wanted < count else { return (0..<count).shuffled(using: &generator) }
        // Floyd's algorithm: as many draws as positions, however large the swarm.
        var chosen: Set<Int> = []
        var positions: [Int] = []
        for last in (count - wanted)..<count {
            let draw = Int.random(in: 0...last, using: &generator)
            let position = chosen.insert(draw).inserted ? draw : last
            chosen.insert(position)
            positions.append(position)
        }
        return positions.shuffled(using: &generator)
    }
}
