import Domain
import HTTPTypes
import Service
import Synchronization
import Tracker
import TrackerPort
import TrackerWire

/// Reads what comes through the tracker's port, and has it answered.
final class TrackerFront: TrackerDesk {
    static let onlyGet = "A tracker is asked by GET."

    let answers: TrackerAnswers
    private let proxies: TrustedProxies
    private let connections = ConnectionIDs.random()
    private let clock: Clock
    /// Set while it is open: answers that took time go through it.
    private let port = Mutex<TrackerPort?>(nil)
    private struct Scratch {
        /// Used again for every announce.
        var peers = PeerList()
        /// How often each passkey announced lately.
        var paces = PaceTable(TrackerFront.pace)
    }

    /// Of one passkey, over all its clients and addresses: ten thousand torrents when a client
    /// starts, and a hundred thousand in half an hour.
    private static let pace = Pace(perMinute: 3600, burst: 20_000)

    /// The port's one thread has it.
    private let scratch = Mutex(Scratch())

    init(answers: TrackerAnswers, proxies: TrustedProxies, clock: Clock) {
        self.answers = answers
        self.proxies = proxies
        self.clock = clock
    }

    var figures: PortFigures { port.withLock { $0?.figures ?? PortFigures() } }

    /// Whose pace is not counted: this machine, and proxies, through whom everybody comes.
    func isSpared(_ address: IPAddress) -> Bool {
        address.isLoopback || proxies.contains(address)
    }

    /// Sends answers through `port`; the two hold each other until it is `nil` again.
    func open(_ port: TrackerPort?) { self.port.withLock { $0 = port } }

    func answer(
        _ request: PortRequest, target: Span<UInt8>, fields: Span<UInt8>, into reply: inout [UInt8]
    ) -> PortAnswer {
        guard request.isGet else {
            reply += answers.refuse(Self.onlyGet)
            return .written
        }
        let sender = sender(request.address, fields)
        do throws(AnnounceError) {
            let read = try TrackerRequest.read(target: target)
            if case .announce(let passkey, let announce)? = read, let sender,
                AnnounceReply.Form(announce) == .compact
            {
                return answer(
                    request, Announce(announce, passkey: passkey, from: sender), &reply,
                    write: { grant, peers, reply in
                        CompactReply(grant, to: sender)
                            .write(peers: peers.v4s, peers6: peers.v6s, to: &reply)
                    },
                    refuse: { [answers] in answers.refuse($0) },
                    otherwise: { await $0.body(.success(read), from: sender) })
            }
            return later(request) { await $0.body(.success(read), from: sender) }
        } catch {
            answers.meter.note(.malformed, since: .now)
            reply += answers.refuse(error)
            return .written
        }
    }

    func answer(
        _ request: PortRequest, packet: Span<UInt8>, into reply: inout [UInt8]
    ) -> PortAnswer {
        let now = clock.now()
        switch DatagramRequest(packet) {
        case nil: return .nothing
        case .connect(let transaction):
            DatagramReply.connect(
                transaction: transaction, connection: connections.id(for: request.address, at: now),
                to: &reply)
        case .announce(let connection, let transaction, let announce):
            guard isGood(connection, request, transaction, now, &reply) else { break }
            let address = request.address
            return answer(
                request, Announce(announce, from: address), &reply,
                write: { grant, peers, reply in
                    DatagramReply.announce(
                        transaction: transaction, interval: grant.interval, counts: grant.counts,
                        peers: peers.ofFamily(address.family), to: &reply)
                },
                refuse: { refusal in
                    var bytes: [UInt8] = []
                    DatagramReply.failure(
                        transaction: transaction, refusal.message, to: &bytes)
                    return bytes
                },
                otherwise: {
                    await $0.packet(announce, transaction: transaction, from: address)
                })
        case .scrape(let connection, let transaction, _):
            guard isGood(connection, request, transaction, now, &reply) else { break }
            DatagramReply.failure(
                transaction: transaction,
                "A scrape over UDP has no place for a passkey: scrape over HTTP.", to: &reply)
        case .wrong(let connection, let transaction, let error):
            guard isGood(connection, request, transaction, now, &reply) else { break }
            DatagramReply.failure(transaction: transaction, error.description, to: &reply)
        }
        return .written
    }

    func refuse(_ fault: PortFault, into reply: inout [UInt8]) {
        let reason =
            switch fault {
            case .notHTTP: "This is a BitTorrent tracker, and speaks HTTP."
            case .tooLong: "\(AnnounceError.tooLong)"
            case .tooSlow: "The request took too long."
            case .tooOften: "Too many requests come from your address."
            }
        reply += answers.refuse(reason)
    }

    /// Without a good id a short answer is all there is, for the address may be somebody else's.
    private func isGood(
        _ id: UInt64, _ request: PortRequest, _ transaction: UInt32, _ now: Timestamp,
        _ reply: inout [UInt8]
    ) -> Bool {
        if connections.isGood(id, from: request.address, at: now) { return true }
        DatagramReply.failure(transaction: transaction, "Connect again.", to: &reply)
        return false
    }

    /// From memory, where it knows enough; otherwise by asking the database.
    private func answer(
        _ request: PortRequest, _ announce: Announce, _ reply: inout [UInt8],
        write: (AnnounceGrant, PeerList, inout [UInt8]) -> Void,
        refuse: @escaping @Sendable (AnnounceRefusal) -> [UInt8],
        otherwise: @escaping @Sendable (TrackerAnswers) async -> [UInt8]
    ) -> PortAnswer {
        let (announcer, meter, began) = (answers.announcer, answers.meter, ContinuousClock.now)
        return scratch.withLock { scratch in
            scratch.peers.clear()
            do throws(AnnounceRefusal) {
                let passkey = UInt64(truncatingIfNeeded: announce.passkey.number)
                guard scratch.paces.admit(passkey, at: request.now) else {
                    throw AnnounceRefusal.tooOften
                }
                guard let grant = try announcer.answer(announce, into: &scratch.peers) else {
                    return later(request, otherwise)
                }
                write(grant, scratch.peers, &reply)
                guard let batch = grant.waitsFor else {
                    meter.note(.granted, since: began)
                    return .written
                }
                let ticket = request.ticket
                announcer.whenWritten(batch) { [self] isWritten in
                    meter.note(isWritten ? .granted : .failed, since: began)
                    let failure = isWritten ? nil : refuse(.cannotWrite)
                    port.withLock { $0 }?.complete([PortCompletion(ticket, reply: failure)])
                }
                return .later
            } catch {
                meter.note(.refused(error), since: began)
                reply += refuse(error)
                return .written
            }
        }
    }

    private func later(
        _ request: PortRequest, _ answer: @escaping @Sendable (TrackerAnswers) async -> [UInt8]
    ) -> PortAnswer {
        let ticket = request.ticket
        Task { [answers] in
            let reply = await answer(answers)
            port.withLock { $0 }?.complete([PortCompletion(ticket, reply: reply)])
        }
        return .later
    }

    private func sender(_ peer: IPAddress, _ fields: Span<UInt8>) -> IPAddress? {
        guard proxies.contains(peer) else { return peer }
        return proxies.sender(peer: peer, HTTPFields(lines: fields))
    }
}

extension HTTPFields {
    /// Header lines as they came; what is none is left out.
    init(lines: Span<UInt8>) {
        self.init()
        let text = String(decoding: lines.indices.map { lines[$0] }, as: UTF8.self)
        for line in text.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { continue }
            append(HTTPField(name: name, value: String(parts[1])))
        }
    }
}
