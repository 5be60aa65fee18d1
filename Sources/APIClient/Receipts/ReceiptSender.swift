import API
import Crypto
package import Domain

/// Attests to the server what this client received, and from whom.
///
/// Nothing waits for it and nothing fails with it: what the server refuses is dropped, and what
/// cannot be sent now is sent the next time.
package actor ReceiptSender {
    /// Peers that are kept in mind while the server is away.
    private static let mostWaiting = 10_000
    /// At once; the rest the next time.
    private static let mostBodies = 10

    private let client: APIClient
    private let clock = ContinuousClock()
    private var key: Key?
    private var waiting: [Giver: ByteCount] = [:]
    /// Sent, and not answered: the server may have taken it, so it goes again as it is.
    private var unanswered: ReceiptsBody?
    private var isSending = false

    private struct Key {
        let body: ReceiptKeyBody
        let secret: SymmetricKey
        let since: ContinuousClock.Instant
        var number: Int64 = 0
    }

    private struct Giver: Hashable {
        let torrent: InfoHash
        let peer: PeerID
        let endpoint: PeerEndpoint
    }

    package init(client: APIClient) { self.client = client }

    package func note(_ receipts: [ReceivedBytes]) {
        for receipt in receipts {
            add(
                receipt.bytes,
                from: Giver(
                    torrent: receipt.infoHash, peer: receipt.peerID, endpoint: receipt.endpoint))
        }
    }

    package func send() async {
        guard !isSending else { return }
        isSending = true
        defer { isSending = false }
        for _ in 0..<Self.mostBodies where unanswered != nil || !waiting.isEmpty {
            guard await sendNext() else { return }
        }
    }

    /// `false` where the next one would fare no better.
    private func sendNext() async -> Bool {
        do {
            let body: ReceiptsBody
            if let unanswered {
                body = unanswered
            } else if let key = try await usableKey() {
                body = nextBody(key)
                unanswered = body
            } else {
                return false
            }
            _ = try await client.call(Endpoints.sendReceipts, body: body)
            unanswered = nil
            return true
        } catch let error as APIError {
            return heed(error)
        } catch {
            return false
        }
    }

    private func usableKey() async throws -> Key? {
        if let key { return key }
        let body = try await client.call(Endpoints.issueReceiptKey)
        guard let secret = Hex.decode(body.secret) else { return nil }
        key = Key(body: body, secret: SymmetricKey(data: secret), since: clock.now)
        return key
    }

    private func nextBody(_ key: Key) -> ReceiptsBody {
        var taken: [InfoHash: [PeerReceipt]] = [:]
        for (giver, bytes) in waiting.prefix(ReceiptsBody.mostLines) {
            guard taken[giver.torrent] != nil || taken.count < ReceiptsBody.mostTorrents else {
                continue
            }
            taken[giver.torrent, default: []].append(
                PeerReceipt(
                    peerId: giver.peer.hex, address: "\(giver.endpoint.address)",
                    port: giver.endpoint.port, bytes: bytes))
            waiting[giver] = nil
        }
        let torrents = taken.map { TorrentReceipt(infoHash: $0.key, peers: $0.value) }
        let number = key.number + 1
        self.key?.number = number
        return ReceiptsBody(
            keyId: key.body.id, number: number, age: (clock.now - key.since).components.seconds,
            torrents: torrents
        ) { text in
            Array(HMAC<SHA256>.authenticationCode(for: text, using: key.secret))
        }
    }

    private func heed(_ error: APIError) -> Bool {
        switch error {
        case .unreachable, .timedOut, .cancelled: return false
        case .refused(let problem)
        where ["unknown_key", "stale_receipts"].contains(problem.code):
            // They were not taken: under another key they may be.
            key = nil
            if let unanswered { putBack(unanswered) }
            unanswered = nil
            return false
        case .refused(let problem) where problem.status == 429 || problem.status >= 500:
            return false
        case .refused:
            unanswered = nil
            return true
        case .untrusted, .unauthorised, .badAnswer, .answerTooLarge:
            // Whoever answers does not want them.
            unanswered = nil
            waiting = [:]
            return false
        }
    }

    private func putBack(_ body: ReceiptsBody) {
        for torrent in body.torrents {
            for peer in torrent.peers {
                guard let id = Hex.decode(peer.peerId).flatMap({ PeerID($0) }),
                    let address = IPAddress(peer.address)
                else { continue }
                let endpoint = PeerEndpoint(address: address, port: peer.port)
                add(
                    peer.bytes,
                    from: Giver(torrent: torrent.infoHash, peer: id, endpoint: endpoint))
            }
        }
    }

    private func add(_ bytes: ByteCount, from giver: Giver) {
        guard waiting[giver] != nil || waiting.count < Self.mostWaiting else { return }
        waiting[giver] = (waiting[giver] ?? .zero) + bytes
    }
}
