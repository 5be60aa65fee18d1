package import Domain
package import Tracker

/// Holds what clients claim against what others attest, beside the tracker and never in its way:
/// what is seen is put down at once and looked at later, in `work`. It writes evidence for people,
/// and does nothing else to anybody.
///
/// What it knows is in memory. It is bounded: the watches (`WatchShelf.mostBytes`, 34 MB), what
/// waits to be looked at (200 KB), suspicions that are no case yet (2,000 members with 8 pieces each,
/// 8 MB) and what could not be written yet. A restart forgets all of it but the cases.
package actor EvidenceRoom {
    private static let suspects = 2_000
    private static let piecesEach = 8
    private static let mostUnwritten = 1_000
    /// Where a half of the watches has to go before so many looks are over, most of them see no
    /// client twice.
    private static let shortLife = 3600

    private let store: any EvidenceStore
    private let queue = EvidenceQueue()
    private let share = WatchedShare()
    private var turnovers = 0
    private var looksSinceTurnover = 0
    private var shelf: WatchShelf
    private var suspicions = Remembered<UserID, [Suspicion]>(most: suspects)
    private var unwritten: [Evidence] = []

    /// What it has seen since the start, for those who watch the server.
    package struct Figures: Hashable, Sendable {
        package internal(set) var announces = 0
        /// Of one torrent each.
        package internal(set) var receipts = 0
        /// In receipts whose givers and receivers are known.
        package internal(set) var attested = ByteCount.zero
        /// Pieces of evidence that were told, each of them once more when it grew.
        package internal(set) var pieces = 0
        /// One over so many torrents is watched.
        package internal(set) var divisor = 1
    }

    package private(set) var figures = Figures()

    private struct Suspicion {
        var piece: Evidence
        var isTold: Bool
    }

    package init(store: any EvidenceStore, shelf: WatchShelf = WatchShelf()) {
        self.store = store
        self.shelf = shelf
    }

    /// Whether anybody looks at what is announced of it.
    nonisolated func watches(_ torrent: CatalogID) -> Bool { share.contains(torrent) }

    /// An announce that was granted. Returns at once.
    package nonisolated func saw(_ announce: SeenAnnounce) {
        if watches(announce.torrent) { queue.put(.announce(announce)) }
    }

    /// What was attested and may be believed. Returns at once.
    package nonisolated func saw(_ receipt: SeenReceipt) { queue.put(.receipt(receipt)) }

    package var sessionCount: Int { shelf.sessionCount }

    /// Looks at what came, and writes what is worth a look. Throws what the store throws; what was
    /// not written is written the next time.
    package func work() async throws {
        let batch = queue.take()
        if batch.missedTooMany { shelf.forgetAll() }
        for torrent in batch.missed { shelf.forget(torrent) }
        for item in batch.items { look(at: item) }
        watchFewer(ifMissed: batch.missedTooMany || !batch.missed.isEmpty)
        guard !unwritten.isEmpty else { return }
        let pieces = unwritten
        unwritten = []
        do {
            try await store.keep(pieces)
        } catch {
            unwritten = Array((pieces + unwritten).prefix(Self.mostUnwritten))
            throw error
        }
    }

    private func watchFewer(ifMissed isMissed: Bool) {
        looksSinceTurnover += 1
        var isTooMuch = isMissed
        if shelf.turnovers != turnovers {
            turnovers = shelf.turnovers
            isTooMuch = isTooMuch || looksSinceTurnover < Self.shortLife
            looksSinceTurnover = 0
        }
        if share.looked(isTooMuch: isTooMuch) { shelf.keep { share.contains($0) } }
        figures.divisor = share.divisor
    }

    private func look(at item: EvidenceQueue.Item) {
        switch item {
        case .announce(let seen):
            figures.announces += 1
            let found = shelf.watch(seen.torrent, size: seen.size, interval: seen.interval) {
                $0.announced(seen.announce) + $0.balanceWhenDue(at: seen.announce.at)
            }
            for piece in found { suspect(piece) }
        case .receipt(let receipt):
            figures.receipts += 1
            figures.attested +=
                shelf.watch(receipt.torrent) { watch in
                    watch.attested(by: receipt.receiver, receipt.lines)
                } ?? .zero
        }
    }

    /// A trace is kept in mind; once all that is known of a member together is worth a look, all of
    /// it is told.
    private func suspect(_ piece: Evidence) {
        let user = piece.suspect.user
        var known = (suspicions[user] ?? []).filter {
            $0.piece.rule != piece.rule || $0.piece.torrent != piece.torrent
        }
        known.append(Suspicion(piece: piece, isTold: false))
        if known.count > Self.piecesEach {
            known.sort { $0.piece.score > $1.piece.score }
            known.removeLast()
        }
        if Evidence.combinedScore(of: known.map(\.piece)) >= Evidence.reviewScore {
            let news = known.filter { !$0.isTold }.map(\.piece)
            figures.pieces += news.count
            unwritten += news.prefix(max(0, Self.mostUnwritten - unwritten.count))
            for index in known.indices { known[index].isTold = true }
        }
        suspicions[user] = known
    }
}
