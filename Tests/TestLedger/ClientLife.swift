import Domain
import Tracker

/// A client that moves bytes, and the road between it and the tracker, which loses announces,
/// doubles them, and lets one overtake another.
///
/// What it holds to is what the ledger may count on:
/// 1. Counters grow within a run, and each run begins at zero under the same peer id.
/// 2. `started` is said first, and nothing more before one of its announces has arrived.
/// 3. An announce is at most `slowest` seconds on its way, less than `Lateness.window`.
/// 4. A goodbye does not overtake a `started`. A run begins when all of the one before is through,
///    and more than the window after the last of it where no goodbye arrived.
struct ClientLife {
    private static let slowest: Int64 = 55

    let client: Int

    private var now: Int64 = 0
    private var run = 0
    private var order = 0
    private var up: Int64 = 0
    private var down: Int64 = 0
    private var left: Int64
    private var sent: [Arrival] = []

    init(client: Int) {
        self.client = client
        left = 1 << 30
    }

    mutating func arrivals(using random: inout some RandomNumberGenerator) -> [Arrival] {
        now = .random(in: 0...5000, using: &random)
        left = [0, 1 << 20, 1 << 34].randomElement(using: &random) ?? 0
        let families: [IPAddress.Family] =
            [[.v4], [.v6], [.v4, .v6]].randomElement(using: &random) ?? [.v4]
        // Short intervals let announces of one road overtake the next of the other.
        let interval = [5, 30, 300, 1800].randomElement(using: &random) ?? Int64(30)
        for number in 0..<Int.random(in: 1...4, using: &random) {
            run = number
            (up, down) = (0, 0)
            live(families, every: interval, using: &random)
            rest(using: &random)
        }
        return sent
    }

    private mutating func live(
        _ families: [IPAddress.Family], every interval: Int64,
        using random: inout some RandomNumberGenerator
    ) {
        say(.started, over: families, using: &random)
        // Not before an answer.
        now = max(now, arrivals(of: .started).min() ?? now) + 1
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            now += .random(in: max(1, interval / 2)...interval, using: &random)
            let wasComplete = left == 0
            move(using: &random)
            say(wasComplete || left > 0 ? nil : .completed, over: families, using: &random)
        }
        guard Int.random(in: 0..<3, using: &random) > 0 else { return }
        // A `started` that its goodbye overtakes is beyond what the rule can tell.
        now = max(now, arrivals(of: .started).max() ?? now) + 1
        move(using: &random)
        say(.stopped, over: families, using: &random)
    }

    private mutating func move(using random: inout some RandomNumberGenerator) {
        guard Int.random(in: 0..<5, using: &random) > 0 else { return }
        up += .random(in: 0...1 << 30, using: &random)
        let taken = Int64.random(in: 0...1 << 25, using: &random)
        down += left > 0 ? taken : 0
        left = max(0, left - taken)
    }

    /// One announce over each road; the second may say a little more, for it is sent later.
    private mutating func say(
        _ event: AnnounceEvent?, over families: [IPAddress.Family],
        using random: inout some RandomNumberGenerator
    ) {
        for (place, family) in families.enumerated() {
            if place > 0, Bool.random(using: &random), event == nil {
                now += .random(in: 0...3, using: &random)
                move(using: &random)
            }
            order += 1
            let fewest = event == .started && place == 0 ? 1 : 0
            let copies = [fewest, 1, 1, 1, 1, 1, 1, 1, 2, 3]
            for _ in 0..<(copies.randomElement(using: &random) ?? 1) {
                sent.append(
                    Arrival(
                        client: client, run: run, order: order,
                        counters: Counters(
                            up: ByteCount(clamping: up), down: ByteCount(clamping: down)),
                        left: ByteCount(clamping: left), event: event, family: family,
                        at: Timestamp(seconds: now + Self.delay(using: &random))))
            }
        }
    }

    /// Until the next run may begin.
    private mutating func rest(using random: inout some RandomNumberGenerator) {
        let last = sent.filter { $0.run == run }.map(\.at.seconds).max() ?? now
        let hasSaidGoodbye = !arrivals(of: .stopped).isEmpty
        now = max(now, last) + (hasSaidGoodbye ? 1 : Lateness.window + 1)
        if Bool.random(using: &random) { now += .random(in: 0...7200, using: &random) }
    }

    /// When those of this run arrived.
    private func arrivals(of event: AnnounceEvent) -> [Int64] {
        sent.filter { $0.run == run && $0.event == event }.map(\.at.seconds)
    }

    private static func delay(using random: inout some RandomNumberGenerator) -> Int64 {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .random(in: 0...slowest, using: &random)
        case 1, 2: .random(in: 0...9, using: &random)
        default: .random(in: 0...1, using: &random)
        }
    }
}
