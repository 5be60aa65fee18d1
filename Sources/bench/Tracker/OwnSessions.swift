/// The sessions of one thread: every session belongs to one, so their counters need no lock.
struct OwnSessions: Sendable {
    private let first: Int
    private let step: Int
    let count: Int
    private(set) var ups: [Int64]
    private(set) var downs: [Int64]
    /// When its announce that is under way was sent, in nanoseconds; 0 where none is.
    private var sent: [UInt64]
    private var random: SplitMix64
    private var turn = 0
    private let stride: Int

    init(crowd: Crowd, thread: Int, of threads: Int) {
        first = thread
        step = threads
        count = max(0, (crowd.sessions - thread + threads - 1) / threads)
        ups = [Int64](repeating: 0, count: count)
        downs = ups
        sent = [UInt64](repeating: 0, count: count)
        random = SplitMix64(seed: 99, stream: thread)
        // Far apart, and so that everybody's turn comes once in a round.
        var far = max(1, count * 5 / 8)
        while Self.divisor(far, count) > 1 { far += 1 }
        stride = far
    }

    private static func divisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : divisor(b, a % b)
    }

    var all: some Sequence<Int> & Sendable {
        Swift.stride(from: first, to: first + count * step, by: step)
    }

    func session(_ index: Int) -> Int { first + index * step }

    /// Whose turn it is, in an order without a pattern, and who has no announce under way; there are
    /// more sessions than announces at once.
    mutating func next() -> Int {
        while true {
            turn = (turn + stride) % count
            if sent[turn] == 0 { return turn }
        }
    }

    /// A claim is never taken back: counters only grow.
    mutating func claimMore(_ index: Int) {
        ups[index] += Int64(random.next() & 0xFFFFF)
        downs[index] += Int64(random.next() & 0xFFFF)
    }

    mutating func isSent(_ index: Int, at moment: UInt64) { sent[index] = moment }

    /// When it was sent; 0 where it was answered already.
    mutating func isAnswered(_ index: Int) -> UInt64 {
        defer { sent[index] = 0 }
        return sent[index]
    }

    func sentAt(_ index: Int) -> UInt64 { sent[index] }

    /// What all of them claimed: bytes up and down.
    var claimed: (up: Int64, down: Int64) { (ups.reduce(0, +), downs.reduce(0, +)) }
}
