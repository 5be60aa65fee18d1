package import Domain

/// Holds what clients of one torrent claim against what the others attest and could have taken.
/// It answers evidence, and does nothing else.
///
/// Invariants:
/// 1. A session is (user, peer_id), as in the ledger, and its arithmetic is the ledger's.
/// 2. What nobody attests may have come from anybody. What those took who are late may have, too;
///    who vanished leaves the same unexplained for ever, and only an excess that grows is evidence.
/// 3. Its size is bounded: a session takes the same however long it lives, there are at most
///    `EvidenceLimits.sessions`, and one that was silent for a day is forgotten.
package struct SwarmWatch: Sendable {
    package let torrent: CatalogID
    let size: ByteCount
    /// Seconds between the announces of a client.
    let interval: Int64
    let limits: EvidenceLimits

    var sessions: [UInt32: WatchedSession] = [:]
    var numbers: [SwarmMember.Identity: UInt32] = [:]
    var members = WatchedMembers()
    /// Σ `unexplained` of all sessions, and of those that were forgotten.
    var unexplained: ByteCount = .zero
    /// What all together may have taken before they vanished.
    var excusedDown: ByteCount = .zero
    /// What the forgotten claimed: the books of the swarm are for all its time.
    var forgotten = Counters.zero
    /// How often in a row the books did not balance.
    var unbalanced = 0
    /// Somebody was turned away: receipts do not cover the swarm any more.
    var isOverfull = false
    private var lastNumber: UInt32 = 0
    private var nextExpiry: Timestamp
    var nextBalance: Timestamp

    package init(
        torrent: CatalogID, size: ByteCount, interval: Int,
        limits: EvidenceLimits = EvidenceLimits()
    ) {
        self.torrent = torrent
        self.size = size
        self.interval = Int64(max(1, interval))
        self.limits = limits
        nextExpiry = Timestamp(seconds: .min)
        nextBalance = Timestamp(seconds: .min)
    }

    package var sessionCount: Int { sessions.count }

    /// Bytes that a session takes at most, cited announces and sources of a report counted in.
    package static var bytesPerSession: Int {
        MemoryLayout<WatchedSession>.stride + MemoryLayout<SwarmMember.Identity>.stride
            + 2 * MemoryLayout<UInt32>.stride
            + WatchedSession.citedAnnounces * MemoryLayout<ClaimedAnnounce>.stride
            + WatchedSession.keptSources * MemoryLayout<WatchedSession.Source>.stride
            + Evidence.Rule.allCases.count * 2 + WatchedMembers.bytesPerSession
    }

    /// An announce that was granted.
    package mutating func announced(_ announce: WatchedAnnounce) -> [Evidence] {
        expire(at: announce.at)
        let key = SessionKey(
            user: announce.identity.user, torrent: torrent, peerID: announce.identity.peerID)
        guard let number = numbers[announce.identity], var session = sessions[number] else {
            greet(announce, key)
            return []
        }
        let before = session.ledger
        let step = Ledger.step(
            before, key: key, claimed: announce.counters, event: announce.event, at: announce.at)
        guard !step.isLate else { return [] }
        session.ledger = step.session
        session.left = announce.left
        session.hasVanished = false
        session.cite(announce)
        let elapsed = max(0, announce.at.seconds - session.heardAt.seconds)
        session.heardAt = announce.at
        if step.credit.down.bytes > 1 << 20 || announce.event == .started {
            session.tookAt = announce.at
        }
        session.peakUp = max(session.peakUp, perInterval(step.credit.up, elapsed))
        session.peakDown = max(session.peakDown, perInterval(step.credit.down, elapsed))
        explain(&session)

        var found: [Evidence] = []
        judgeSpeed(step.credit, in: elapsed, &session, &found)
        judgeCounters(step.credit, &session, &found)
        let beganAgain =
            announce.counters.up < before.last.up || announce.counters.down < before.last.down
        if beganAgain || announce.event == .started {
            excuseRestart(after: elapsed, from: before.last.down, &session)
        }
        judgeClient(announce, beganAgain: beganAgain, &session, &found)
        judgeReceiver(&session, &found)
        sessions[number] = session
        hear(announce, number)
        judgeGiver(number, at: announce.at, &found)
        return found
    }

    /// What a client attests beside its announces. A report that came before changes nothing.
    package mutating func received(_ report: ReceiptReport) {
        guard let number = numbers[report.receiver], var session = sessions[number],
            report.number > session.lastReport
        else { return }
        session.lastReport = report.number
        var lines: [(giver: UInt32, bytes: ByteCount)] = []
        for line in report.lines where line.giver != report.receiver {
            session.attests += line.bytes
            guard let giver = numbers[line.giver] else { continue }
            sessions[giver]?.attested += line.bytes
            lines.append((giver, line.bytes))
        }
        session.keep(lines)
        if !lines.isEmpty { session.tookAt = max(session.tookAt, session.heardAt) }
        explain(&session)
        sessions[number] = session
    }

    /// Excuses what those who fell silent may have taken, and forgets the long gone.
    package mutating func expire(at now: Timestamp) {
        let silent = now.adding(seconds: -interval * 5 / 2)
        let gone = now.adding(seconds: -limits.memory)
        guard now >= nextExpiry else { return }
        nextExpiry = now.adding(seconds: interval / 4)
        for (number, session) in sessions where session.heardAt < silent {
            if session.isReceiver { vanish(number) }
            guard session.heardAt < gone else { continue }
            forgotten += Counters(up: session.judgedUp, down: session.down)
            sessions[number] = nil
            numbers[identity(session)] = nil
        }
        members.recount(sessions, since: silent)
    }

    // MARK: sessions

    func identity(_ session: WatchedSession) -> SwarmMember.Identity {
        SwarmMember.Identity(user: session.ledger.key.user, peerID: session.ledger.key.peerID)
    }

    private mutating func greet(_ announce: WatchedAnnounce, _ key: SessionKey) {
        guard sessions.count < limits.sessions else {
            isOverfull = true
            return
        }
        let ledger = Ledger.step(
            nil, key: key, claimed: announce.counters, event: announce.event, at: announce.at)
        var session = WatchedSession(announce, ledger: ledger.session)
        session.cite(announce)
        _ = session.fingerprint.saw(announce, beganAgain: false)
        explain(&session)
        lastNumber &+= 1
        sessions[lastNumber] = session
        numbers[announce.identity] = lastNumber
        let known = sessions
        members.met(announce.identity, lastNumber) { number in
            known[number].map { !$0.ledger.isRunning } ?? true
        }
        hear(announce, lastNumber)
    }

    private mutating func hear(_ announce: WatchedAnnounce, _ number: UInt32) {
        guard let endpoint = announce.endpoint,
            sessions[number]?.wasHeard(from: endpoint) == true
        else { return }
        members.heard(number, from: endpoint)
    }

    private mutating func vanish(_ number: UInt32) {
        guard let receiver = sessions[number] else { return }
        excusedDown += whole(receiver, Crowd(sessions).peakDown)
        sessions[number]?.hasVanished = true
    }

    /// What a receiver does not say from whom it has it. An attestation stands for a little more
    /// than it says: what came twice, or failed, is not in it.
    private mutating func explain(_ session: inout WatchedSession) {
        let covered = session.attests.percent(limits.wastePercent)
        let open = session.down - covered
        unexplained = (unexplained - session.unexplained) + open
        session.unexplained = open
    }

    /// As if it had come in one interval, where it took longer.
    private func perInterval(_ bytes: ByteCount, _ elapsed: Int64) -> ByteCount {
        guard elapsed > interval else { return bytes }
        return ByteCount(
            clamping: Int64(Double(bytes.bytes) * Double(interval) / Double(elapsed)))
    }
}
