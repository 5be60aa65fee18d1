import API
import Domain
import Service
import Tracker

/// Receipts of clients, and cases for those who judge them.
struct EvidenceRoutes {
    let site: Site

    func mount(on router: EndpointRouter) {
        mountReceipts(on: router)
        let cases = site.evidence
        router.permitted(Endpoints.evidence) { call, caller in
            let limit = call.query.page.limit
            let found = try await cases.list(
                isOpen: call.query.state == .open, of: call.query.user,
                before: try call.query.page.id, limit: limit + 1, for: caller.actor)
            return Page(
                items: found.prefix(limit).map { EvidenceBody($0) },
                nextCursor: found.count > limit ? String(found[limit - 1].record.id) : nil)
        }
        router.permitted(Endpoints.evidenceCase) { call, caller in
            try await detail(call.id(), for: caller.actor)
        }
        router.permitted(Endpoints.reviewEvidence) { call, caller in
            let id: Identifier<EvidenceRecord> = call.id()
            try await cases.review(
                id.rawValue, call.body.verdict, reason: call.body.reason, by: caller.actor)
            return try await detail(id, for: caller.actor)
        }
    }

    private func detail(_ id: Identifier<EvidenceRecord>, for actor: Actor) async throws
        -> EvidenceDetail
    {
        let (titled, announces) = try await site.evidence.get(id.rawValue, for: actor)
        let record = titled.record
        let counterpart = record.counterpart.flatMap { party in
            actor.stands(above: party.weight) ? party.username : nil
        }
        return EvidenceDetail(
            summary: EvidenceBody(titled), peerId: record.peerID.hex, counterpart: counterpart,
            announces: announces.map {
                EvidenceAnnounce(
                    at: $0.at, up: $0.counters.up, down: $0.counters.down, left: $0.left,
                    event: $0.event?.rawValue)
            },
            review: record.review.map {
                EvidenceReviewBody(
                    verdict: $0.verdict, reviewer: $0.reviewer, reason: $0.reason, at: $0.at)
            })
    }

    private func mountReceipts(on router: EndpointRouter) {
        let receipts = site.receipts
        router.inPerson(Endpoints.issueReceiptKey) { _, person in
            let key = await receipts.issueKey(to: person.account.id)
            return ReceiptKeyBody(
                id: key.id, secret: Hex.encode(key.secret), expiresAt: key.expiresAt)
        }
        router.inPerson(Endpoints.sendReceipts) { call, person in
            try await receipts.take(SignedReceipts(call.body), from: person.account.id)
            return Nothing()
        }
    }
}

extension EvidenceBody {
    fileprivate init(_ titled: EvidenceCases.Titled) {
        let record = titled.record
        self.init(
            id: record.id, kind: record.kind, score: record.score, userId: record.user.id,
            username: record.user.username, catalogId: record.torrent, title: titled.title,
            claimed: record.claimed, explained: record.explained, since: record.since,
            until: record.until, times: record.times, verdict: record.review?.verdict)
    }
}

extension SignedReceipts {
    fileprivate init(_ body: ReceiptsBody) throws {
        guard body.torrents.count <= ReceiptsBody.mostTorrents,
            body.lineCount <= ReceiptsBody.mostLines
        else {
            throw ServiceError.invalid(
                field: "torrents",
                "At most \(ReceiptsBody.mostTorrents) torrents and \(ReceiptsBody.mostLines) peers at once."
            )
        }
        guard body.number > 0, body.age >= 0, let signature = Hex.decode(body.signature) else {
            throw ServiceError.invalid(
                field: "signature", "The signature is not of these receipts under this key.")
        }
        self.init(
            keyID: body.keyId, number: body.number, age: body.age,
            torrents: try body.torrents.map { torrent in
                (
                    hash: torrent.infoHash,
                    lines: try torrent.peers.map { peer in
                        guard let giver = Hex.decode(peer.peerId).flatMap({ PeerID($0) }),
                            let address = IPAddress(peer.address)
                        else {
                            throw ServiceError.invalid(
                                field: "torrents",
                                "A peer has an id of 40 hexadecimal digits and an address.")
                        }
                        return AttestedLine(
                            peerID: giver,
                            endpoint: PeerEndpoint(address: address, port: peer.port),
                            bytes: peer.bytes)
                    }
                )
            }, signed: body.signedText, signature: signature)
    }
}
