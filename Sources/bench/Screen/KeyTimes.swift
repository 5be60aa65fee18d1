/// What pressing keys came to, one after the other.
struct KeyTimes: Equatable, Sendable {
    /// Until the first bytes came, and until the last ones did before a pause.
    private(set) var first: [Double] = []
    private(set) var last: [Double] = []
    /// Keys to which nothing came.
    private(set) var silent = 0
    var processor = 0.0
    var bytes = 0

    mutating func add(_ answer: (first: Double, last: Double)?) {
        guard let answer else {
            silent += 1
            return
        }
        first.append(answer.first)
        last.append(answer.last)
    }

    var keys: Int { first.count + silent }
    /// Milliseconds of processor time, the whole process's, whatever else it did meanwhile.
    var cost: Double { processor * 1000 / Double(max(1, keys)) }
    var size: Int { bytes / max(1, keys) }
}
