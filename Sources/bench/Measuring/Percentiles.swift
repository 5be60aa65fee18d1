import Foundation

/// Times in milliseconds, told by their nearest ranks.
struct Percentiles: Codable, Equatable, Sendable {
    let count: Int
    let p50: Double
    let p90: Double
    let p99: Double
    let max: Double

    init(milliseconds: [Double]) {
        let sorted = milliseconds.sorted()
        func rank(_ share: Double) -> Double {
            guard !sorted.isEmpty else { return 0 }
            let place = Int((share * Double(sorted.count)).rounded(.up))
            return sorted[Swift.min(sorted.count, Swift.max(1, place)) - 1]
        }
        count = sorted.count
        p50 = rank(0.50)
        p90 = rank(0.90)
        p99 = rank(0.99)
        max = sorted.last ?? 0
    }
}
