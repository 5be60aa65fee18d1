import Domain
import Testing

@testable import Tracker

/// Receipts name givers by peer id alone, and come from a member rather than from a session.
@Suite struct WatchedReceiptTests {
    private static let gigabyte: Int64 = 1 << 30
    private static let interval: Int64 = 1800

    private func peer(_ name: String) -> PeerID {
        let digits = Array(name.utf8) + [UInt8](repeating: 48, count: 20 - name.utf8.count)
        return PeerID(digits) ?? PeerID(Bytes20(repeating: 48))
    }

    private func watch() -> SwarmWatch {
        SwarmWatch(
            torrent: CatalogID(7), size: bytes(100 * Self.gigabyte), interval: Int(Self.interval))
    }

    private func said(
        _ user: Int64, _ id: PeerID, _ number: Int64, up: Int64 = 0, down: Int64 = 0,
        left: Int64 = 0, _ event: AnnounceEvent? = nil, from endpoint: PeerEndpoint? = nil
    ) -> WatchedAnnounce {
        WatchedAnnounce(
            identity: SwarmMember.Identity(user: UserID(user), peerID: id),
            counters: counters(up, down), left: bytes(left),
            event: number == 0 ? .started : event, key: nil, endpoint: endpoint,
            at: at(1_000_000 + number * Self.interval))
    }

    private func line(
        _ id: PeerID, _ count: Int64 = gigabyte, at endpoint: PeerEndpoint = v4(250)
    ) -> AttestedLine {
        AttestedLine(peerID: id, endpoint: endpoint, bytes: bytes(count))
    }

    /// What is credited to the giver when user 2 attests a gigabyte from `name`.
    private func attested(
        _ others: [(user: Int64, id: PeerID)], from name: PeerID, by user: Int64 = 2
    ) -> [Int64: Int64] {
        var watch = watch()
        for other in others { _ = watch.announced(said(other.user, other.id, 0, left: 9)) }
        watch.attested(by: UserID(user), [line(name)])
        var sums: [Int64: Int64] = [:]
        for session in watch.sessions.values where session.attested > .zero {
            sums[session.ledger.key.user.rawValue, default: 0] += session.attested.bytes
        }
        return sums
    }

    @Test("a giver is known by its peer id, whoever it belongs to")
    func known() {
        let sums = attested(
            [(1, peer("-qB")), (2, peer("-EX")), (3, peer("-TR"))], from: peer("-qB"))
        #expect(sums == [1: Self.gigabyte])
    }

    @Test("a peer id that two announce, or nobody, is nobody's: it counts for and against none")
    func ambiguous() {
        let id = peer("-qB")
        #expect(attested([(1, id), (2, peer("-EX")), (3, id)], from: id).isEmpty)
        #expect(attested([(1, id), (2, peer("-EX"))], from: peer("-XX")).isEmpty)
    }

    @Test("a client with another id for each connection is known by where it listens")
    func places() {
        let (giver, other, taker) = (peer("-LT1"), peer("-LT2"), peer("-EX"))
        let sums = { (places: [PeerEndpoint], attested: PeerEndpoint) in
            var watch = watch()
            for (user, id) in [(Int64(1), giver), (3, other)] where places.count >= user / 2 + 1 {
                _ = watch.announced(said(user, id, 0, from: places[Int(user) / 2]))
            }
            _ = watch.announced(said(2, taker, 0, left: 9, from: v4(9)))
            watch.attested(by: UserID(2), [line(peer("-LT9"), at: attested)])
            return watch.sessions.values.filter { $0.attested > .zero }
                .map(\.ledger.key.user.rawValue)
        }
        #expect(sums([v4(1, port: 5), v4(1, port: 6)], v4(1, port: 6)) == [3])
        // Behind one address, and it did not say where it listens: it may be either.
        #expect(sums([v4(1, port: 5), v4(1, port: 6)], v4(1, port: 0)) == [])
        #expect(sums([v4(1, port: 5), v4(2, port: 5)], v4(2, port: 0)) == [3])
        #expect(sums([v6(1, port: 5), v4(2, port: 5)], v6(1, port: 7)) == [1])
        #expect(sums([v4(1, port: 5), v4(1, port: 5)], v4(1, port: 5)) == [])
        #expect(sums([v4(1, port: 5)], v4(3, port: 5)) == [])
    }

    @Test("only our client attests, and with two of a member it is not known which")
    func receivers() {
        let id = peer("-qB")
        #expect(attested([(1, id), (2, peer("-TR"))], from: id).isEmpty)
        #expect(attested([(1, id), (2, peer("-EX1")), (2, peer("-EX2"))], from: id).isEmpty)
        #expect(attested([(1, id), (3, peer("-EX"))], from: id).isEmpty)
        let beside = attested([(1, id), (2, peer("-EX")), (2, peer("-TR"))], from: id)
        #expect(beside == [1: Self.gigabyte])
    }

    @Test("a client that was started again attests, once the one before said goodbye or is silent")
    func again() {
        let (giver, first, second) = (peer("-qB"), peer("-EX1"), peer("-EX2"))
        let lines = [line(giver)]
        var watch = watch()
        _ = watch.announced(said(1, giver, 0))
        _ = watch.announced(said(2, first, 0, left: 9))
        var crashed = watch
        let asBefore = crashed.attested(by: UserID(2), lines)
        #expect(asBefore > .zero)
        _ = watch.announced(said(2, first, 1, left: 9, .stopped))
        _ = watch.announced(said(2, second, 1, left: 9, .started))
        let afterGoodbye = watch.attested(by: UserID(2), lines)
        #expect(afterGoodbye > .zero)

        _ = crashed.announced(said(2, second, 1, left: 9, .started))
        let besideTheOld = crashed.attested(by: UserID(2), lines)
        #expect(besideTheOld == .zero)
        for number in Int64(2)...4 {
            _ = crashed.announced(said(2, second, number, left: 9))
        }
        let alone = crashed.attested(by: UserID(2), lines)
        #expect(alone > .zero)
    }

    @Test("receipts that come each minute explain what is announced each half hour")
    func minutes() {
        var watch = watch()
        var found: [Evidence] = []
        let (giver, taker) = (peer("-qB"), peer("-EX"))
        for number in Int64(0)..<10 {
            if number > 0 {
                for _ in 0..<30 {
                    watch.attested(by: UserID(2), [line(giver, Self.gigabyte / 30)])
                }
            }
            let truth = number * Self.gigabyte
            found += watch.announced(said(1, giver, number, up: truth + number * number * 16_391))
            found += watch.announced(
                said(2, taker, number, down: truth, left: 100 * Self.gigabyte - truth))
            found += watch.balanceWhenDue(at: at(1_000_000 + number * Self.interval))
        }
        #expect(found.isEmpty)
    }

    @Test("a shelf forgets whole swarms, those that were silent longest, and holds its bound")
    func shelf() {
        var shelf = WatchShelf(sessions: 100)
        let announce = { (user: Int64, torrent: Int64, shelf: inout WatchShelf) in
            shelf.watch(CatalogID(torrent), size: .zero, interval: 1800) {
                _ = $0.announced(said(user, peer("-EX\(user)"), 0))
            }
        }
        for torrent in Int64(1)...100 {
            for user in Int64(1)...4 { announce(user, torrent, &shelf) }
            announce(1, 1, &shelf)
            #expect(shelf.sessionCount <= 100)
        }
        let known = [1, 2, 100].map { torrent in
            shelf.watch(CatalogID(torrent)) { $0.sessionCount }
        }
        #expect(known == [4, nil, 4])
        shelf.forget(CatalogID(100))
        let forgotten = shelf.watch(CatalogID(100)) { $0.sessionCount }
        #expect(forgotten == nil)
        #expect(WatchShelf.mostBytes <= 50_000_000)
    }
}
