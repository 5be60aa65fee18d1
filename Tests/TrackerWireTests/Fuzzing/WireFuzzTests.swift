import Domain
import TestFuzz
import Testing
import TrackerWire

/// Whatever comes over the wire is read without a trap, twice the same, and what was read can be
/// written so that it is read again.
@Suite struct WireFuzzTests {
    @Test("targets of HTTP requests")
    func targets() {
        var announces = 0
        Fuzz(corpus: WireCorpus.targets, words: WireCorpus.targetWords).run(inputs: 12_000) {
            let (first, second) = (Self.read($0), Self.read($0))
            guard first == second else { return "read twice, it is two things" }
            switch first {
            case .failure(let error): return error.description.contains("\n") ? "two lines" : nil
            case .success(nil): return nil
            case .success(let request?):
                announces += 1
                let again = Self.read(Array(Self.target(of: request).utf8))
                return again == first ? nil : "\(request) became \(again)"
            }
        }
        // Or nothing but refusals was looked at.
        #expect(announces > 500)
    }

    @Test("heads of HTTP requests")
    func heads() {
        var found = 0
        Fuzz(corpus: WireCorpus.heads, words: WireCorpus.headWords).run(inputs: 20_000) { bytes in
            let all = RequestHead.find(in: bytes.span)
            for looked in [0, 1, bytes.count / 2, bytes.count] {
                // What was looked through before held no end.
                guard case .more = RequestHead.find(in: bytes.span.extracting(first: looked))
                else { continue }
                guard RequestHead.find(in: bytes.span, looked: looked) == all else {
                    return "looked \(looked)"
                }
            }
            guard case .head(let head) = all else { return nil }
            found += 1
            guard head.length <= bytes.count, !head.target.isEmpty,
                head.target.upperBound <= head.fields.lowerBound,
                head.fields.upperBound == head.length - 2
            else { return "\(head)" }
            // Neither a byte less nor what comes behind it makes another head of it.
            guard case .more = RequestHead.find(in: bytes.span.extracting(first: head.length - 1))
            else { return "it ends early" }
            return RequestHead.find(in: bytes.span.extracting(first: head.length)) == all
                ? nil : "another without what follows"
        }
        #expect(found > 500)
    }

    @Test("packets over UDP")
    func packets() {
        var announces = 0
        Fuzz(corpus: WireCorpus.packets, words: WireCorpus.packetWords).run(inputs: 20_000) {
            let first = DatagramRequest($0.span)
            guard first == DatagramRequest($0.span) else { return "read twice, it is two things" }
            switch first {
            case nil, .connect, .scrape: return nil
            case .wrong(_, _, let error): return error.description.contains("\n") ? "lines" : nil
            case .announce(let connection, let transaction, let announce)?:
                announces += 1
                let packet = Self.packet(connection, transaction, announce)
                let again = DatagramRequest(packet.span)
                return again == first ? nil : "\(announce) became \(String(describing: again))"
            }
        }
        #expect(announces > 500)
    }

    private static func read(_ target: [UInt8]) -> Result<TrackerRequest?, AnnounceError> {
        do throws(AnnounceError) {
            return .success(try TrackerRequest.read(target: target.span))
        } catch {
            return .failure(error)
        }
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        bytes.map { "%" + Hex.encode([$0]) }.joined()
    }

    private static func target(of request: TrackerRequest) -> String {
        switch request {
        case .scrape(let passkey, let scrape):
            return "/scrape?passkey=\(passkey.rawValue)"
                + scrape.infoHashes.map { "&info_hash=" + escaped($0.bytes) }.joined()
        case .announce(let passkey, let announce):
            var target =
                "/announce?passkey=\(passkey.rawValue)&info_hash=\(escaped(announce.infoHash.bytes))"
            target += "&peer_id=\(escaped(announce.peerID.bytes))&port=\(announce.port)"
            target += "&uploaded=\(announce.uploaded.bytes)&left=\(announce.left.bytes)"
            target += "&downloaded=\(announce.downloaded.bytes)"
            target += "&compact=\(announce.isCompact ? 1 : 0)"
            target += "&no_peer_id=\(announce.noPeerID ? 1 : 0)"
            if let event = announce.event { target += "&event=\(event.rawValue)" }
            if let numwant = announce.numwant { target += "&numwant=\(numwant)" }
            if let key = announce.key { target += "&key=" + escaped(key) }
            if let ipv6 = announce.ipv6 { target += "&ipv6=" + escaped(Array("\(ipv6)".utf8)) }
            return target
        }
    }

    private static func packet(
        _ connection: UInt64, _ transaction: UInt32, _ announce: DatagramAnnounce
    ) -> [UInt8] {
        func number(_ value: some FixedWidthInteger) -> [UInt8] {
            stride(from: value.bitWidth - 8, through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: value >> $0)
            }
        }
        let event: UInt32 =
            switch announce.event {
            case nil: 0
            case .completed: 1
            case .started: 2
            case .stopped: 3
            case .paused: 4
            }
        let url = Array("/announce?passkey=\(announce.passkey.rawValue)".utf8)
        var packet = number(connection) + number(UInt32(1)) + number(transaction)
        packet += announce.infoHash.bytes + announce.peerID.bytes
        packet += number(announce.downloaded.bytes) + number(announce.left.bytes)
        packet += number(announce.uploaded.bytes) + number(event) + number(UInt64(0))
        packet += number(announce.numwant.map { Int32($0) } ?? -1) + number(announce.port)
        return packet + [2, UInt8(url.count)] + url
    }
}
