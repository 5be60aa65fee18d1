import Domain

/// What the announces of one client say by themselves.
extension SwarmWatch {
    func judgeSpeed(
        _ moved: Counters, in elapsed: Int64, _ session: inout WatchedSession,
        _ found: inout [Evidence]
    ) {
        let most = ByteCount(clamping: (elapsed + limits.delay) * limits.bytesPerSecond)
        guard moved.up > most || moved.down > most else { return }
        tell(
            .impossibleSpeed, 100, &session, claimed: max(moved.up, moved.down), explained: most,
            &found)
    }

    func judgeCounters(
        _ moved: Counters, _ session: inout WatchedSession, _ found: inout [Evidence]
    ) {
        guard session.pattern.saw(moved) != nil else { return }
        tell(.madeUpCounters, 65, &session, claimed: session.up, explained: .zero, &found)
    }

    func judgeClient(
        _ announce: WatchedAnnounce, beganAgain: Bool, _ session: inout WatchedSession,
        _ found: inout [Evidence]
    ) {
        guard !session.fingerprint.saw(announce, beganAgain: beganAgain).isEmpty else { return }
        tell(
            .contradictoryClient, min(75, 25 * session.fingerprint.contradictions), &session,
            claimed: session.up, explained: .zero, &found)
    }

    /// Where its goodbye was lost, what a client took since its last announce is attested and never
    /// claimed; and a counter that began again and passed where it was is credited from there.
    func excuseRestart(
        after elapsed: Int64, from last: ByteCount, _ session: inout WatchedSession
    ) {
        guard session.restarts < 3 else { return }
        session.restarts += 1
        let most = max(session.peakDown, Crowd(sessions).peakDown)
        session.unclaimed += most.percent(100 * min(3, 1 + elapsed / interval)) + last
    }

    /// What it says it took: it attests no more than that, and a torrent ends somewhere.
    func judgeReceiver(_ session: inout WatchedSession, _ found: inout [Evidence]) {
        let trifle = ByteCount(clamping: limits.trifle)
        let down = session.down
        let attestable = down.percent(limits.wastePercent) + session.unclaimed + trifle
        if session.attests > attestable {
            tell(
                .receiptsBeyondDownload, 80, &session, beside: mainSource(of: session),
                claimed: session.attests, explained: attestable, &found)
        }
        let whole = size.percent(limits.downloadPercent) + trifle
        if down > whole {
            tell(
                .downloadBeyondSize, down > whole + size ? 80 : 50, &session,
                beside: mainSource(of: session), claimed: down, explained: whole, &found)
        }
    }

    // MARK: telling

    mutating func tell(
        _ rule: Evidence.Rule, _ score: Int, _ number: UInt32, beside other: SwarmMember.Identity?,
        claimed: ByteCount, explained: ByteCount, _ found: inout [Evidence]
    ) {
        guard var session = sessions[number] else { return }
        tell(
            rule, score, &session, beside: other, claimed: claimed, explained: explained, &found)
        sessions[number] = session
    }

    /// What was told with the same score is not told again.
    func tell(
        _ rule: Evidence.Rule, _ score: Int, _ session: inout WatchedSession,
        beside other: SwarmMember.Identity? = nil, claimed: ByteCount, explained: ByteCount,
        _ found: inout [Evidence]
    ) {
        let score = min(100, max(1, score))
        guard score > Int(session.told[rule] ?? 0) else { return }
        session.told[rule] = UInt8(clamping: score)
        found.append(
            Evidence(
                rule: rule, suspect: identity(session), counterpart: other,
                torrent: torrent, score: score, claimed: claimed, explained: explained,
                announces: session.announces))
    }

    /// Who gave half or more of what the last report names.
    private func mainSource(of session: WatchedSession) -> SwarmMember.Identity? {
        guard let first = session.sources.first,
            session.sources.reduce(0, { $0 + UInt64($1.kibibytes) }) <= UInt64(first.kibibytes) * 2
        else { return nil }
        return sessions[first.giver].map(identity)
    }
}
