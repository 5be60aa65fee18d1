/// The sessions of one thread: every session belongs to one, so their counters need no lock.
struct OwnSessions {
    /// What a session says next.
    struct Claim {
        let session: Int
        let index: Int
        let up: Int64
        let down: Int64
    }

    private let first: Int
    private let step: Int
    let count: Int
    private var ups: [Int64]
    private var downs: [Int64]
    private var random: SplitMix64

    init(crowd: Crowd, thread: Int, of threads: Int) {
        first = thread
        step = threads
        count = max(0, (crowd.sessions - thread + threads - 1) / threads)
        ups = [Int64](repeating: 0, count: count)
        downs = ups
        random = SplitMix64(seed: 99, stream: thread)
    }

    /// Of anybody.
    mutating func next() -> Claim { claim(random.index(below: count)) }

    /// Of one of them. A claim is never taken back: counters only grow.
    mutating func claim(_ index: Int) -> Claim {
        ups[index] += Int64(random.next() & 0xFFFFF)
        downs[index] += Int64(random.next() & 0xFFFF)
        return Claim(
            session: first + index * step, index: index, up: ups[index], down: downs[index])
    }

    /// What all of them claimed: bytes up and down.
    var claimed: (up: Int64, down: Int64) { (ups.reduce(0, +), downs.reduce(0, +)) }
}
