/// The announce addresses that a torrent names, each once: `announce` (BEP 3), then the tiers of
/// `announce-list` (BEP 12).
enum TrackerList {
    static func read(_ root: BencodeNode) -> [String] {
        let tiers = root["announce-list"]?.list?.flatMap { $0.list ?? [] } ?? []
        var addresses: [String] = []
        var known: Set<String> = []
        for node in (root["announce"].map { [$0] } ?? []) + tiers {
            guard let bytes = node.string, !bytes.isEmpty else { continue }
            let address = String(decoding: bytes, as: UTF8.self)
            if known.insert(address).inserted { addresses.append(address) }
        }
        return addresses
    }
}
