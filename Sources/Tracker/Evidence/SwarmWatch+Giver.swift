import Domain

/// What a client claims to have given against what the others can have got from it.
extension SwarmWatch {
    /// At most twice an interval: an announce of the other address family says nothing new.
    ///
    /// What is claimed is taken from the middle of the time since it was judged last: the others
    /// report over the interval, and so are half of one behind.
    mutating func judgeGiver(_ number: UInt32, at now: Timestamp, _ found: inout [Evidence]) {
        guard let session = sessions[number], !isOverfull,
            now.seconds - session.judgedAt.seconds >= interval / 2
        else { return }
        let fresh = session.up - session.judgedUp
        let claimed = session.judgedUp + ByteCount(clamping: fresh.bytes / 2)
        sessions[number]?.judgedUp = session.up
        sessions[number]?.judgedAt = now
        guard fresh.bytes > 0 else { return }

        let room = session.attested + (unexplained - session.unexplained)
        // Honest claims end here; only for the others everybody is looked at.
        var explained = room.percent(limits.sentPercent)
        if exceeds(claimed, explained, session) { explained += lateTails(from: number, at: now) }
        let idle = idleReceiver(beside: number, at: now)
        if idle == nil { explained += session.disputed }
        guard exceeds(claimed, explained, session) else {
            sessions[number]?.strikes = 0
            sessions[number]?.excess = .zero
            return
        }
        // A receiver that was lost once leaves as much unexplained for ever; a cheat leaves more with
        // each announce.
        let excess = claimed - explained
        let grows = excess - session.excess > fresh.percent(5)
        let strikes = min(100, session.strikes + (grows ? 1 : 0))
        sessions[number]?.strikes = strikes
        sessions[number]?.excess = max(session.excess, excess)
        let someoneCould = hasReceiver(beside: number, since: session.judgedAt)
        let share = Int(Double(excess.bytes) / Double(claimed.bytes) * 40)
        // Once may be chance, and twice too.
        var score = strikes < 3 ? 30 + share / 4 : (someoneCould ? 60 : 70) + share / 2
        // One who was there all the time and says it got nothing may be the one who lies, or one who
        // took from several that are all pointed at.
        if idle != nil { sessions[number]?.disputed = max(session.disputed, excess) }
        if idle != nil || someoneCould && hasCompany(number) { score = min(score, 50) }
        tell(
            someoneCould ? .unreceived : .nobodyToReceive, score, number, beside: idle,
            claimed: claimed, explained: explained, &found)
    }

    /// Whether a claim is too high with everything held in its favour.
    private func exceeds(
        _ claimed: ByteCount, _ explained: ByteCount, _ session: WatchedSession
    ) -> Bool {
        claimed > explained + session.peakUp.percent(limits.lagPercent)
            + ByteCount(clamping: limits.trifle)
    }

    /// What receivers that missed an announce may have got since.
    private func lateTails(from giver: UInt32, at now: Timestamp) -> ByteCount {
        let due = now.adding(seconds: -interval * 13 / 10)
        let crowd = Crowd(sessions)
        return sessions.reduce(ByteCount.zero) { sum, other in
            guard other.key != giver, other.value.isReceiver, other.value.heardAt < due else {
                return sum
            }
            return sum + tail(of: other.value, from: giver, crowd)
        }
    }

    /// Who gives and takes in a swarm, counted once for many questions.
    struct Crowd {
        let givers: Int64
        let receivers: Int64
        /// The most that anybody took in an interval.
        let peakDown: ByteCount

        init(_ sessions: [UInt32: WatchedSession]) {
            var (givers, receivers, peak) = (Int64(0), Int64(0), ByteCount.zero)
            for session in sessions.values {
                givers += session.peakUp > .zero && session.ledger.isRunning ? 1 : 0
                receivers += session.isReceiver ? 1 : 0
                peak = max(peak, session.peakDown)
            }
            (self.givers, self.receivers, peakDown) = (max(1, givers), max(1, receivers), peak)
        }
    }

    /// What a receiver that says nothing more may have got from one giver: half as much again as it
    /// got before, or twice a fair part of what it takes, as far as the giver gives so much.
    func tail(of receiver: WatchedSession, from giver: UInt32, _ crowd: Crowd) -> ByteCount {
        guard let session = sessions[giver] else { return .zero }
        let before = receiver.got(from: giver).percent(120)
        let best = receiver.peakDown > .zero ? receiver.peakDown : crowd.peakDown
        let fair = ByteCount(
            clamping: (best > .zero ? best : session.peakUp).bytes / crowd.givers
        ).percent(200)
        let own = ByteCount(clamping: session.peakUp.bytes / crowd.receivers).percent(200)
        let newcomer = min(fair, min(own, session.peakUp.percent(200)))
        return min(receiver.left.percent(125), max(before, newcomer))
    }

    /// Whether anybody else missed a byte at any time since, as far as was heard.
    private func hasReceiver(beside giver: UInt32, since moment: Timestamp) -> Bool {
        let heard = moment.adding(seconds: -interval * 3)
        return sessions.contains { number, session in
            number != giver
                && (session.left > .zero && session.heardAt >= heard
                    || session.down > .zero && session.tookAt >= heard)
        }
    }

    /// Whether another member's claims are too high too.
    private func hasCompany(_ number: UInt32) -> Bool {
        guard let user = sessions[number]?.ledger.key.user else { return false }
        return sessions.values.contains { $0.strikes >= 2 && $0.ledger.key.user != user }
    }

    /// Who was there all the time and claims nothing; `nil` where it is nobody, or more than two
    /// members: so many do not lie at once.
    private func idleReceiver(
        beside giver: UInt32, at now: Timestamp
    ) -> SwarmMember.Identity? {
        let due = now.adding(seconds: -interval * 13 / 10)
        let idle = sessions.lazy.filter { number, session in
            number != giver && session.isReceiver && session.heardAt >= due
                && session.heardAt.seconds - session.tookAt.seconds >= interval * 9 / 10
        }.map { self.identity($0.value) }
        guard Set(idle.map(\.user)).count <= 2 else { return nil }
        return idle.min { $0.user < $1.user }
    }
}
