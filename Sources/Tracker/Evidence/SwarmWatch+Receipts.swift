package import Domain

extension SwarmWatch {
    /// What a member's client attests that it received since it said so last. Answers how much of
    /// it is of known givers; nothing where it is not known which session says it.
    @discardableResult
    package mutating func attested(by user: UserID, _ lines: [AttestedLine]) -> ByteCount {
        guard let number = members.session(attestingFor: user), let session = sessions[number]
        else { return .zero }
        // Whoever is not known by that name may be anybody: then it is as if nothing was said.
        var sums: [UInt32: ByteCount] = [:]
        for line in lines {
            guard let giver = members.giver(line), giver != number else { continue }
            sums[giver] = (sums[giver] ?? .zero) + line.bytes
        }
        let known = sums.sorted { $0.key < $1.key }.compactMap { giver, bytes in
            sessions[giver].map { ReceiptReport.Line(giver: identity($0), bytes: bytes) }
        }
        guard !known.isEmpty else { return .zero }
        received(
            ReceiptReport(
                receiver: identity(session), number: session.lastReport &+ 1, lines: known))
        return known.reduce(.zero) { $0 + $1.bytes }
    }

    /// `balance`, where it is time for it.
    package mutating func balanceWhenDue(at now: Timestamp) -> [Evidence] {
        guard now >= nextBalance else { return [] }
        let isFirst = nextBalance.seconds == .min
        nextBalance = now.adding(seconds: interval)
        return isFirst ? [] : balance(at: now)
    }
}
