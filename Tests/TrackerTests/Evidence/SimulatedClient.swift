import Domain
import Tracker

/// A client of a simulated swarm: what it truly moves, and what it says.
struct SimulatedClient {
    enum Cheat: Hashable {
        /// Says it gave so many times what it gave.
        case multiplies(Double)
        /// Has all, gives nothing, and says it gave so many bytes an interval.
        case pretends(Int64)
        /// Says it gave so many bytes an interval to a friend, who attests it and takes nothing.
        case isAttested(Int64)
        case attests(friend: Int, Int64)
        /// As above, and the friend says it took them.
        case takesForFriend(friend: Int, Int64)
    }

    let identity: SwarmMember.Identity
    var cheat: Cheat?
    /// Whether it is a client of ours, which says from whom it received.
    let attests: Bool
    let hasTwoFamilies: Bool
    /// Takes, and says it does not.
    var hides = false
    /// Bytes in a tick.
    let mostUp: Int64
    let mostDown: Int64
    let endsAt: Int

    var left: Int64
    var isOn = true
    /// Of this run, as it says them.
    var up: Int64 = 0
    var down: Int64 = 0
    /// Of all runs: what it truly gave, and what it said beyond.
    var given: Int64 = 0
    var invented: Int64 = 0
    /// What it had invented when it announced for the tenth time.
    var inventedByTen: Int64?
    var nextAnnounce: Int
    var event: AnnounceEvent? = .started
    /// From whom it received since its last report, by place in the swarm.
    var received: [Int: Int64] = [:]
    var reports: UInt32 = 0
    /// Announces that the tracker took.
    var announces = 0
    var isRested = 0

    mutating func gave(_ bytes: Int64, sent: Int64) {
        given += sent
        up += sent
        if case .multiplies(let factor) = cheat {
            let more = Int64(Double(sent) * (factor - 1))
            up += more
            invented += more
        }
    }

    mutating func took(_ bytes: Int64, wasted: Int64, from giver: Int) {
        left -= bytes
        if !hides { down += bytes + wasted }
        if !hides { received[giver, default: 0] += bytes + wasted }
    }

    /// What a cheat adds before an announce.
    mutating func invent(_ chance: inout SeededGenerator) {
        switch cheat {
        case .pretends(let bytes), .isAttested(let bytes):
            let more = bytes / 2 + .random(in: 0...bytes, using: &chance)
            up += more
            invented += more
        case .attests(let friend, let bytes):
            received[friend, default: 0] += bytes
        case .takesForFriend(let friend, let bytes):
            received[friend, default: 0] += bytes
            down += bytes
        case .multiplies, nil: break
        }
    }
}
