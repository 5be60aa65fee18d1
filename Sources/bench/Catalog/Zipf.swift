import Foundation

/// Ranks as words of a language are used: the n-th most frequent 1/n as often as the first.
struct Zipf: Sendable {
    private let cumulative: [Double]

    init(count: Int, exponent: Double = 1) {
        var sum = 0.0
        let sums = (1...max(1, count)).map { rank in
            sum += 1 / pow(Double(rank), exponent)
            return sum
        }
        cumulative = sums.map { $0 / sum }
    }

    /// A rank, 0 for the most frequent.
    func draw(_ dice: inout SplitMix64) -> Int {
        let point = dice.unit()
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > point { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// How probable it is that one draw is of this rank.
    func share(of rank: Int) -> Double {
        rank == 0 ? cumulative[0] : cumulative[rank] - cumulative[rank - 1]
    }
}
