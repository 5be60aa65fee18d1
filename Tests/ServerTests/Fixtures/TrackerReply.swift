import Bencoding
import Domain

/// What the tracker answered, read out of its bencoding.
struct TrackerReply: Sendable {
    struct Counts: Hashable, Sendable {
        let seeders: Int64?
        let leechers: Int64?
    }

    struct Peer: Hashable, Sendable {
        let id: [UInt8]
        let port: Int64?
    }

    let status: String
    let bytes: [UInt8]
    private let body: BencodeNode

    init(status: String, bytes: [UInt8]) throws {
        self.status = status
        self.bytes = bytes
        body = try BencodeDocument(bytes).root
    }

    var failure: String? {
        body["failure reason"]?.string.map { String(decoding: $0, as: UTF8.self) }
    }
    var interval: Int64? { body["interval"]?.integer }
    var saysWhenToRetry: Bool { body["retry in"] != nil }
    var counts: Counts { Self.counts(body) }
    var externalAddress: [UInt8] { Array(body["external ip"]?.string ?? []) }

    /// A compact list (BEP 23), cut into its peers and put in order.
    var peers: [[UInt8]] {
        let list = Array(body["peers"]?.string ?? [])
        return stride(from: 0, to: list.count, by: 6).map {
            Array(list[$0..<min($0 + 6, list.count)])
        }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// A list of dictionaries (BEP 3).
    var namedPeers: [Peer] {
        (body["peers"]?.list ?? []).map {
            Peer(id: Array($0["peer id"]?.string ?? []), port: $0["port"]?.integer)
        }
    }

    /// Of a scrape.
    var files: [InfoHash: Counts] {
        var files: [InfoHash: Counts] = [:]
        for (key, value) in body["files"]?.dictionary ?? [] {
            if let hash = InfoHash(key) { files[hash] = Self.counts(value) }
        }
        return files
    }

    private static func counts(_ node: BencodeNode) -> Counts {
        Counts(seeders: node["complete"]?.integer, leechers: node["incomplete"]?.integer)
    }
}
