import Domain

/// Whether a client's counters grow as transfers do: by blocks of 16 KiB of whatever the swarm
/// wanted, never twice alike.
///
/// A client that is limited to a rate gives nearly the same each half hour, and never to the byte.
struct CounterPattern: Hashable, Sendable {
    enum Finding: Hashable, Sendable {
        /// The same number of bytes each time.
        case repeated
        /// Whole megabytes each time.
        case round
        /// A fixed multiple of what was taken.
        case tied
    }

    private static let enough: UInt8 = 5
    private static let leastBytes: Int64 = 1 << 20

    private var lastUp: Int64 = 0
    private var lastTie = 0.0
    private var repeats: UInt8 = 0
    private var rounds: UInt8 = 0
    private var ties: UInt8 = 0

    /// `moved` is what an announce added. Where nothing was given nothing is learnt.
    mutating func saw(_ moved: Counters) -> Finding? {
        let (up, down) = (moved.up.bytes, moved.down.bytes)
        guard up >= Self.leastBytes else { return nil }
        repeats = up == lastUp ? repeats &+ 1 : 1
        lastUp = up
        rounds = up % 1_000_000 == 0 || up % (1 << 20) == 0 ? rounds &+ 1 : 0
        if down >= Self.leastBytes {
            let tie = Double(up) / Double(down)
            ties = abs(tie - lastTie) < tie * 1e-7 ? ties &+ 1 : 1
            lastTie = tie
        }
        // Told once, when there is enough of it.
        if repeats == Self.enough { return .repeated }
        if rounds == Self.enough { return .round }
        return ties == Self.enough ? .tied : nil
    }
}
