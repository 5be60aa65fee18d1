/// How large swarms were, as far as this client has seen it since it began.
///
/// 1. Time goes in steps of `step` milliseconds, and of each step the largest number is kept.
/// 2. Only changes are kept, at most `limit` of them for each swarm and `swarms` swarms, so that what
///    it costs depends on what changes.
package struct SwarmHistory<Name: Hashable & Sendable>: Equatable, Sendable {
    private struct Change: Equatable {
        var at: Int64
        var size: Int32
    }

    private static var limit: Int { 240 }
    private static var swarms: Int { 2000 }

    package let step: Int64
    private var changes: [Name: [Change]] = [:]

    package init(step: Int64) { self.step = step }

    package mutating func note(_ name: Name, size: Int, at now: Moment) {
        let change = Change(at: now.milliseconds / step, size: Int32(clamping: max(0, size)))
        guard let last = changes[name]?.last else {
            if changes.count < Self.swarms { changes[name] = [change] }
            return
        }
        guard last.size != change.size else { return }
        let end = (changes[name]?.count ?? 1) - 1
        if last.at == change.at {
            changes[name]?[end].size = max(last.size, change.size)
        } else {
            changes[name]?.append(change)
            if end + 1 > Self.limit { changes[name]?.removeFirst() }
        }
    }

    package mutating func forget(_ name: Name) { changes[name] = nil }

    /// Whether there is anything to draw.
    package func isFlat(_ name: Name) -> Bool {
        changes[name]?.allSatisfy { $0.size == 0 } ?? true
    }

    /// The size in each of the last `count` steps, the newest last; zero before it was seen first.
    package func values(of name: Name, count: Int, at now: Moment) -> [Double] {
        guard count > 0, let changes = changes[name], !changes.isEmpty else { return [] }
        let end = now.milliseconds / step
        var values = Array(repeating: 0.0, count: count)
        var next = changes.count - 1
        for place in values.indices.reversed() {
            let at = end - Int64(count - 1 - place)
            while next >= 0, changes[next].at > at { next -= 1 }
            guard next >= 0 else { break }
            values[place] = Double(changes[next].size)
        }
        return values
    }
}
