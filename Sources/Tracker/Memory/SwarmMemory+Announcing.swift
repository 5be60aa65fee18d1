package import Domain

extension SwarmMemory {
    package struct Booking: Hashable, Sendable {
        package let credit: Counters
        /// Whether it must be on disk before it is answered (`Ledger.Step.waitsForDisk`).
        package let waitsForDisk: Bool
    }

    /// Takes in a session that is not here: as its row has it, or as one that has none.
    ///
    /// - Parameter left: as the row says.
    package mutating func remember(
        _ peer: PeerID, member: UInt32, torrent: UInt32, as row: LedgerSession?,
        left: ByteCount? = nil, at now: Timestamp
    ) -> UInt32 {
        var session = HotSession(
            peer: peer, member: member, torrent: torrent, up: row?.last.up.bytes ?? 0,
            down: row?.last.down.bytes ?? 0, claimedAt: seconds(row?.seenAt ?? now))
        if row == nil { session.flags.insert(.isNew) }
        if left == .zero { session.flags.insert(.seeds) }
        if row?.isRunning == true { session.flags.insert(.isRunning) }
        return insert(session)
    }

    /// Books a claim of a session that is here.
    @discardableResult
    package mutating func announce(_ number: UInt32, _ claim: Claim) -> Booking {
        let key = key(of: number)
        let before = row(of: number, key)
        let step = Ledger.step(
            before, key: key, claimed: claim.counters, event: claim.event, at: claim.at,
            terms: claim.terms.terms(since: before?.seenAt, at: claim.at))
        let seeded =
            before.map {
                claim.terms.seeded(
                    $0, had: self[number].flags.contains(.seeds) ? .zero : ByteCount(clamping: 1),
                    has: claim.left, event: claim.event, at: claim.at)
            } ?? 0
        let member = Int(self[number].member)
        let credit = fitting(step.credit, member)
        self.credit(member, credit)
        if !step.isLate {
            self[number].up = claim.counters.up.bytes
            self[number].down = claim.counters.down.bytes
            self[number].claimedAt = seconds(claim.at)
            self[number].flags.remove([.isNew, .isRunning])
            if step.session.isRunning { self[number].flags.insert(.isRunning) }
        }
        if isShared {
            addClaim(claim, key, foreseen: credit)
        } else {
            let record = openRecord(of: number, key, base: before?.last, step.session)
            records[record].add(claim, credit, step, seeded: step.isLate ? 0 : seeded)
        }
        if claim.event == .stopped {
            leave(number)
        } else if !step.isLate || self[number].flags.contains(.isRunning) {
            // A late word does not bring back who has said goodbye since.
            place(number, claim, isLate: step.isLate)
        }
        // The client's next announce may come to another server, and must find this one there.
        return Booking(credit: credit, waitsForDisk: isShared || step.waitsForDisk)
    }

    /// A session as the database has it, when a swarm is filled again. One that is here is newer.
    package mutating func restore(
        _ row: LedgerSession, member: UInt32, torrent: UInt32, left: ByteCount,
        v4: LedgerRecord.Place?, v6: LedgerRecord.Place?
    ) {
        let peer = row.key.peerID
        guard session(peer, member, torrent) == nil else { return }
        let number = remember(
            peer, member: member, torrent: torrent, as: row, left: left, at: row.seenAt)
        for place in [v4, v6].compactMap(\.self) {
            self.place(
                number,
                Claim(
                    endpoint: place.endpoint, counters: row.last, left: left, event: nil,
                    at: place.at), isLate: false)
        }
    }

    /// When a client was last heard over one address family.
    package func lastSeen(_ number: UInt32, over family: IPAddress.Family) -> Timestamp? {
        let session = self[number]
        switch family {
        case .v4:
            return session.flags.contains(.hasV4)
                ? Timestamp(seconds: Int64(session.v4Seen)) : nil
        case .v6:
            return session.flags.contains(.hasV6)
                ? Timestamp(seconds: Int64(sessions.v6s[Int(session.v6)].seen)) : nil
        }
    }

    /// Whether it takes now, and is told to others.
    package func isDownloading(_ number: UInt32) -> Bool {
        self[number].flags.contains(.isListed) && !self[number].gives
    }

    // MARK: the ledger

    private func key(of number: UInt32) -> SessionKey {
        let session = self[number]
        return SessionKey(
            user: members[Int(session.member)].id, torrent: torrents[Int(session.torrent)],
            peerID: session.peer)
    }

    /// As its row will stand once what waits is written.
    private func row(of number: UInt32, _ key: SessionKey) -> LedgerSession? {
        let session = self[number]
        guard !session.flags.contains(.isNew) else { return nil }
        // What it was credited over its life is the database's to add up.
        return LedgerSession(
            key: key, last: session.last, credited: .zero,
            seenAt: Timestamp(seconds: Int64(session.claimedAt)),
            isRunning: session.flags.contains(.isRunning))
    }

    /// Its record in the batch under way.
    private mutating func openRecord(
        of number: UInt32, _ key: SessionKey, base: Counters?, _ session: LedgerSession
    ) -> Int {
        if let record = record(of: number) { return record }
        self[number].record = UInt32(records.count)
        records.append(
            LedgerRecord(
                key: key, base: base, last: session.last, at: session.seenAt,
                isRunning: session.isRunning))
        recordSessions.append(number)
        return records.count - 1
    }

    private mutating func addClaim(_ claim: Claim, _ key: SessionKey, foreseen: Counters) {
        var record = LedgerRecord(
            key: key, base: nil, last: claim.counters, at: claim.at,
            isRunning: claim.event != .stopped, isClaim: true)
        record.credit = foreseen
        record.note(claim)
        record.left = claim.left
        records.append(record)
        recordSessions.append(SlotTable.none)
    }

    /// As much as the member's totals still take: 1 EiB is more than anybody moves, and keeps every
    /// sum in its column.
    private func fitting(_ credit: Counters, _ member: Int) -> Counters {
        let most = ByteCount(clamping: 1 << 60)
        let totals = members[member].totals
        return Counters(
            up: min(credit.up, most - totals.up), down: min(credit.down, most - totals.down))
    }

    private func seconds(_ moment: Timestamp) -> UInt32 { UInt32(clamping: moment.seconds) }

    // MARK: the swarm

    /// Puts a session where its claim says it is.
    private mutating func place(_ number: UInt32, _ claim: Claim, isLate: Bool) {
        let torrent = self[number].torrent
        own(number, claim.endpoint, seconds(claim.at))
        let before = swarms[Int(torrent)].counts
        var flags = self[number].flags
        // How much is left was said since.
        if !isLate {
            flags.remove([.seeds, .pauses])
            if claim.left == .zero {
                flags.insert(.seeds)
            } else if claim.event == .paused {
                flags.insert(.pauses)
            }
        }
        let wasGiving = self[number].gives
        let gives = !flags.isDisjoint(with: [.seeds, .pauses])
        let isListed = flags.contains(.isListed)
        let pausesMore =
            (flags.contains(.pauses) ? 1 : 0)
            - (isListed && self[number].flags.contains(.pauses) ? 1 : 0)
        if isListed, wasGiving != gives {
            unlistEntry(number)
            flags.remove(.isListed)
        }
        self[number].flags = flags
        list(number, gives)
        swarms[Int(torrent)].pausing += pausesMore
        note(torrent, was: before)
    }

    private mutating func list(_ number: UInt32, _ gives: Bool) {
        let session = self[number]
        let swarm = Int(session.torrent)
        let hasV4 = session.flags.contains(.hasV4)
        let entry = PeerEntry(
            address: session.v4, port: hasV4 ? session.v4Port : 0, session: number)
        if session.flags.contains(.isListed) {
            if gives {
                swarms[swarm].givers[Int(session.place)] = entry
            } else {
                swarms[swarm].takers[Int(session.place)] = entry
            }
            return
        }
        self[number].flags.insert(.isListed)
        if gives {
            self[number].place = UInt32(swarms[swarm].givers.count)
            swarms[swarm].givers.append(entry)
        } else {
            self[number].place = UInt32(swarms[swarm].takers.count)
            swarms[swarm].takers.append(entry)
        }
    }

    /// Leaves its swarm; what it claimed last stays known.
    mutating func leave(_ number: UInt32) {
        if self[number].flags.contains(.isListed) { unlist(number) }
        for (flag, family) in [(HotSession.Flags.hasV4, IPAddress.Family.v4), (.hasV6, .v6)]
        where self[number].flags.contains(flag) {
            disown(number, family)
            self[number].flags.remove(flag)
        }
    }

    /// Leaves its swarm's lists.
    mutating func unlist(_ number: UInt32) {
        let session = self[number]
        let before = swarms[Int(session.torrent)].counts
        unlistEntry(number)
        if session.flags.contains(.pauses) { swarms[Int(session.torrent)].pausing -= 1 }
        note(session.torrent, was: before)
    }

    /// The last of the list takes its place.
    private mutating func unlistEntry(_ number: UInt32) {
        let session = self[number]
        let (swarm, place) = (Int(session.torrent), Int(session.place))
        if !session.gives {
            let last = swarms[swarm].takers.removeLast()
            if last.session != number {
                swarms[swarm].takers[place] = last
                self[last.session].place = session.place
            }
        } else {
            let last = swarms[swarm].givers.removeLast()
            if last.session != number {
                swarms[swarm].givers[place] = last
                self[last.session].place = session.place
            }
        }
        self[number].flags.remove(.isListed)
    }

    private mutating func note(_ torrent: UInt32, was before: SwarmCounts) {
        let counts = swarms[Int(torrent)].counts
        guard counts != before else { return }
        peerCounts = SwarmCounts(
            seeders: peerCounts.seeders + counts.seeders - before.seeders,
            leechers: peerCounts.leechers + counts.leechers - before.leechers)
        noteChange(torrent)
    }

    package mutating func noteChange(_ torrent: UInt32) {
        guard !swarms[Int(torrent)].isChanged else { return }
        swarms[Int(torrent)].isChanged = true
        changedSwarms.append(torrent)
    }

    // MARK: endpoints

    private mutating func own(_ number: UInt32, _ endpoint: PeerEndpoint, _ now: UInt32) {
        let session = self[number]
        switch endpoint.address {
        case .v4(let address):
            if session.flags.contains(.hasV4) {
                if session.v4 == address, session.v4Port == endpoint.port {
                    self[number].v4Seen = now
                    return
                }
                disown(number, .v4)
            }
            dispossess(endpoint, of: session.torrent)
            self[number].flags.insert(.hasV4)
            self[number].v4 = address
            self[number].v4Port = endpoint.port
            self[number].v4Seen = now
        case .v6(let high, let low):
            if session.flags.contains(.hasV6) {
                if sessions.v6(session) == endpoint {
                    sessions.v6s[Int(session.v6)].seen = now
                    return
                }
                disown(number, .v6)
            }
            dispossess(endpoint, of: session.torrent)
            self[number].flags.insert(.hasV6)
            sessions.setV6(
                of: number, HotV6(high: high, low: low, port: endpoint.port, seen: now))
        }
        let side = SessionStore.side(number, endpoint.address.family)
        endpointTable.insert(side, sessions.digest(ofSide: side)) {
            sessions.digest(ofSide: $0)
        }
    }

    /// The ghost that a killed client leaves behind is gone when the client comes back.
    private mutating func dispossess(_ endpoint: PeerEndpoint, of torrent: UInt32) {
        let ghost = endpointTable.find(sessions.digest(endpoint, torrent)) {
            sessions[$0 >> 1].torrent == torrent && sessions.endpoint(ofSide: $0) == endpoint
        }
        if let ghost { forget(ghost >> 1, endpoint.address.family) }
    }

    mutating func forget(_ number: UInt32, _ family: IPAddress.Family) {
        let session = self[number]
        let other: HotSession.Flags = family == .v4 ? .hasV6 : .hasV4
        guard session.flags.contains(other) else { return leave(number) }
        disown(number, family)
        switch family {
        case .v4:
            self[number].flags.remove(.hasV4)
            list(number, session.gives)
        case .v6: self[number].flags.remove(.hasV6)
        }
    }

    mutating func disown(_ number: UInt32, _ family: IPAddress.Family) {
        let side = SessionStore.side(number, family)
        endpointTable.remove(side, sessions.digest(ofSide: side)) {
            sessions.digest(ofSide: $0)
        }
    }
}

extension LedgerRecord {
    fileprivate mutating func add(
        _ claim: SwarmMemory.Claim, _ more: Counters, _ step: Ledger.Step, seeded: Int64
    ) {
        credit += more
        moved += step.moved
        seededSeconds += seeded
        let begins = event == .started || claim.event == .started && !step.isLate
        note(claim)
        if !step.isLate {
            last = step.session.last
            at = step.session.seenAt
            isRunning = step.session.isRunning
            left = claim.left
        }
        event = isRunning ? begins ? .started : nil : .stopped
    }

    fileprivate mutating func note(_ claim: SwarmMemory.Claim) {
        terms = claim.terms
        event = claim.event
        completes = completes || claim.event == .completed
        let place = Place(endpoint: claim.endpoint, at: claim.at)
        switch claim.endpoint.address.family {
        case .v4: v4 = place
        case .v6: v6 = place
        }
    }
}
