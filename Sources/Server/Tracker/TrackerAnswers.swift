import Domain
import Logging
import Service
import Tracker
import TrackerWire

/// What the tracker says, whatever it was asked over. Whatever happens there is an answer, with a
/// reason and an interval: clients throw away the words of any other.
struct TrackerAnswers: Sendable {
    let announcer: Announcer
    let meter: TrackerMeter
    let logger: Logger

    static let noSender = "The tracker cannot tell your address."

    /// The body for a request over HTTP.
    func body(
        _ request: Result<TrackerRequest?, AnnounceError>, from address: IPAddress?
    ) async -> [UInt8] {
        switch request {
        case .failure(let error): return refuse(error)
        case .success(nil):
            return refuse("This is a BitTorrent tracker; there is no such path.")
        case .success(.announce(let passkey, let announce)?):
            guard let address else { return refuse(Self.noSender) }
            return await answering {
                try await noting(.now) {
                    try await self.announce(announce, passkey: passkey, from: address)
                }
            }
        case .success(.scrape(let passkey, let scrape)?):
            return await answering { try await self.scrape(scrape, passkey, from: address) }
        }
    }

    func refuse(_ error: AnnounceError) -> [UInt8] {
        Refusal(error, interval: announcer.interval).bytes
    }

    func refuse(_ reason: String, retry minutes: Int? = nil) -> [UInt8] {
        Refusal(
            reason: reason, interval: announcer.interval,
            retry: minutes.map { .minutes($0) } ?? .never
        ).bytes
    }

    func refuse(_ refusal: AnnounceRefusal) -> [UInt8] {
        refuse(refusal.message, retry: refusal.retryMinutes)
    }

    /// The packet for an announce over UDP.
    func packet(
        _ announce: DatagramAnnounce, transaction: UInt32, from address: IPAddress
    ) async -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            var peers = PeerList()
            let grant = try await noting(.now) {
                try await announcer.announce(Announce(announce, from: address), into: &peers)
            }
            DatagramReply.announce(
                transaction: transaction, interval: grant.interval, counts: grant.counts,
                peers: peers.ofFamily(address.family), to: &bytes)
        } catch {
            DatagramReply.failure(transaction: transaction, words(for: error).text, to: &bytes)
        }
        return bytes
    }

    private func noting<T>(
        _ began: ContinuousClock.Instant, _ announce: () async throws -> T
    ) async throws -> T {
        do {
            let grant = try await announce()
            meter.note(.granted, since: began)
            return grant
        } catch let refusal as AnnounceRefusal {
            meter.note(refusal == .cannotWrite ? .failed : .refused(refusal), since: began)
            throw refusal
        } catch {
            meter.note(.failed, since: began)
            throw error
        }
    }

    private func answering(_ answer: () async throws -> [UInt8]) async -> [UInt8] {
        do {
            return try await answer()
        } catch {
            let words = words(for: error)
            return refuse(words.text, retry: words.minutes)
        }
    }

    private func words(for error: any Error) -> (text: String, minutes: Int?) {
        if let refusal = error as? AnnounceRefusal {
            return (refusal.message, refusal.retryMinutes)
        }
        logger.error("announce failed", metadata: ["error": "\(error)"])
        return (AnnounceRefusal.cannotWrite.message, AnnounceRefusal.cannotWrite.retryMinutes)
    }

    private func announce(
        _ request: AnnounceRequest, passkey: Passkey, from address: IPAddress
    ) async throws -> [UInt8] {
        let form = AnnounceReply.Form(request)
        var peers = PeerList(isCompact: form == .compact)
        let grant = try await announcer.announce(
            Announce(request, passkey: passkey, from: address), into: &peers)
        guard form == .compact else {
            return AnnounceReply(
                interval: grant.interval, minInterval: grant.minInterval, counts: grant.counts,
                peers: peers.listed, form: form, externalAddress: address
            ).bytes
        }
        var bytes: [UInt8] = []
        CompactReply(grant, to: address).write(peers: peers.v4s, peers6: peers.v6s, to: &bytes)
        return bytes
    }

    private func scrape(
        _ request: ScrapeRequest, _ passkey: Passkey, from address: IPAddress?
    ) async throws -> [UInt8] {
        let files = try await announcer.scrape(
            request.infoHashes, passkey: passkey, from: address)
        return ScrapeReply(
            files: files.map {
                ScrapeReply.File(infoHash: $0.hash, counts: $0.counts, completed: $0.completed)
            }
        ).bytes
    }
}

extension PeerList {
    /// A packet has no place for peers of the other family.
    func ofFamily(_ family: IPAddress.Family) -> [UInt8] { family == .v4 ? v4s : v6s }
}

extension CompactReply {
    init(_ grant: AnnounceGrant, to address: IPAddress) {
        self.init(
            interval: grant.interval, minInterval: grant.minInterval, counts: grant.counts,
            externalAddress: address)
    }
}

extension Announce {
    init(_ request: AnnounceRequest, passkey: Passkey, from address: IPAddress) {
        self.init(
            passkey: passkey, infoHash: request.infoHash, peerID: request.peerID,
            endpoint: PeerEndpoint(address: address, port: request.port),
            counters: Counters(up: request.uploaded, down: request.downloaded),
            left: request.left, event: request.event, numwant: request.numwant,
            key: request.key)
    }

    init(_ packet: DatagramAnnounce, from address: IPAddress) {
        self.init(
            passkey: packet.passkey, infoHash: packet.infoHash, peerID: packet.peerID,
            endpoint: PeerEndpoint(address: address, port: packet.port),
            counters: Counters(up: packet.uploaded, down: packet.downloaded),
            left: packet.left, event: packet.event, numwant: packet.numwant)
    }
}
