package import Domain

/// Every swarm, every session in one, and what of them is not on disk: plain tables that whoever
/// owns them locks.
///
/// 1. A session is (member, torrent, peer_id); its IPv4 and IPv6 addresses are two of its fields.
/// 2. An endpoint of a torrent belongs to one session: whoever announced from it last.
/// 3. Whoever announces is here first, as its row has it (`remember`): nothing is credited against
///    a baseline that is not known. One that left its swarm stays for a while without an endpoint,
///    for what it said may still be overtaken.
/// 4. `up` and `down` of a session are where its row will stand once the records that name it are
///    written; a record's `base` is where it stands without them.
/// 5. There are less than 2^31 sessions: a bit beside the number says which of its endpoints is meant.
/// 6. The lists hold places, places hold list entries: `lists[session.place].session == session`.
package struct SwarmMemory: Sendable {
    package struct Member: Sendable {
        package let id: UserID
        /// Adjustments counted in.
        package var totals: Counters
    }

    /// What a session says.
    package struct Claim: Sendable {
        package var endpoint: PeerEndpoint
        package var counters: Counters
        package var left: ByteCount
        package var event: AnnounceEvent?
        package var terms: TorrentTerms
        package var at: Timestamp

        package init(
            endpoint: PeerEndpoint, counters: Counters, left: ByteCount, event: AnnounceEvent?,
            terms: TorrentTerms = .standard, at: Timestamp
        ) {
            self.endpoint = endpoint
            self.counters = counters
            self.left = left
            self.event = event
            self.terms = terms
            self.at = at
        }
    }

    package private(set) var members: [Member] = []
    package private(set) var torrents: [CatalogID] = []
    var swarms: [HotSwarm] = []
    var sessions = SessionStore()
    var sessionTable = SlotTable()
    var endpointTable = SlotTable()
    package internal(set) var records: [LedgerRecord] = []
    /// Which session a record is of, or `SlotTable.none`: the other half of a sparse set.
    var recordSessions: [UInt32] = []
    var changedSwarms: [UInt32] = []
    var random = QuickRandom()
    package private(set) var sessionCount = 0
    /// In all swarms together.
    package internal(set) var peerCounts = SwarmCounts()
    /// Other servers write to the same ledger: each claim has a record of its own, and its row says
    /// what it comes to.
    let isShared: Bool

    package init(isShared: Bool = false) { self.isShared = isShared }

    package mutating func addMember(_ id: UserID, totals: Counters) -> UInt32 {
        members.append(Member(id: id, totals: totals))
        return UInt32(members.count - 1)
    }

    package mutating func addTorrent(_ id: CatalogID) -> UInt32 {
        torrents.append(id)
        swarms.append(HotSwarm())
        return UInt32(torrents.count - 1)
    }

    package mutating func adjust(_ member: UInt32, up: Int64, down: Int64) {
        let totals = members[Int(member)].totals
        members[Int(member)].totals = Counters(
            up: totals.up.adjusted(by: up), down: totals.down.adjusted(by: down))
    }

    mutating func credit(_ member: Int, _ credit: Counters) { members[member].totals += credit }

    package func counts(of torrent: UInt32) -> SwarmCounts { swarms[Int(torrent)].counts }

    /// Takes what is not on disk; the next batch begins.
    package mutating func takeBatch() -> LedgerBatch {
        var batch = LedgerBatch()
        swap(&batch.records, &records)
        recordSessions.removeAll(keepingCapacity: true)
        records.reserveCapacity(min(batch.records.count, 1 << 16))
        for torrent in changedSwarms {
            swarms[Int(torrent)].isChanged = false
            batch.counts[torrents[Int(torrent)]] = swarms[Int(torrent)].counts
        }
        changedSwarms.removeAll(keepingCapacity: true)
        return batch
    }

    package var hasBatch: Bool { !records.isEmpty || !changedSwarms.isEmpty }

    // MARK: sessions by their number

    subscript(session: UInt32) -> HotSession {
        get { sessions[session] }
        _modify { yield &sessions[session] }
    }

    package func session(_ peer: PeerID, _ member: UInt32, _ torrent: UInt32) -> UInt32? {
        sessionTable.find(sessions.digest(peer, member, torrent)) {
            let session = sessions[$0]
            return session.peer == peer && session.member == member && session.torrent == torrent
        }
    }

    mutating func insert(_ session: HotSession) -> UInt32 {
        let number = sessions.add(session)
        sessionCount += 1
        sessionTable.insert(number, sessions.digest(of: number)) { sessions.digest(of: $0) }
        return number
    }

    /// Its record, if it has one, stays and is written.
    mutating func release(_ number: UInt32) {
        leave(number)
        if let record = record(of: number) { recordSessions[record] = SlotTable.none }
        sessionTable.remove(number, sessions.digest(of: number)) { sessions.digest(of: $0) }
        sessions.remove(number)
        sessionCount -= 1
    }

    func record(of number: UInt32) -> Int? {
        let record = Int(self[number].record)
        return record < recordSessions.count && recordSessions[record] == number ? record : nil
    }
}
