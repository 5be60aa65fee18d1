package import Domain

/// A scrape of one or more torrents (BEP 48); one of everything is not answered here.
package struct ScrapeRequest: Hashable, Sendable {
    package static let maximumHashes = 128

    /// Each once, in the order asked for; never empty.
    package var infoHashes: [InfoHash]

    package init(query: some Collection<UInt8>) throws(AnnounceError) {
        let bytes = Array(query)
        try self.init(try RawQuery(bytes.span), in: bytes.span)
    }

    init(_ query: RawQuery, in bytes: Span<UInt8>) throws(AnnounceError) {
        infoHashes = []
        for place in query.places(.infoHash, in: bytes) {
            guard let value = RawQuery.twentyBytes(place, in: bytes) else {
                throw .notTwentyBytes("info_hash")
            }
            let hash = InfoHash(value)
            if !infoHashes.contains(hash) { infoHashes.append(hash) }
            guard infoHashes.count <= Self.maximumHashes else { throw .tooManyHashes }
        }
        guard !infoHashes.isEmpty else { throw .missing("info_hash") }
    }
}
