package import Domain

/// A scrape of one or more torrents (BEP 48); one of everything is not answered here.
package struct ScrapeRequest: Hashable, Sendable {
    package static let maximumHashes = 128

    /// Each once, in the order asked for; never empty.
    package var infoHashes: [InfoHash]

    package init(query: some Collection<UInt8>) throws(AnnounceError) {
        try self.init(RawQuery(query))
    }

    init(_ query: RawQuery) throws(AnnounceError) {
        infoHashes = []
        for value in query.values("info_hash") {
            guard let hash = InfoHash(value) else { throw .notTwentyBytes("info_hash") }
            if !infoHashes.contains(hash) { infoHashes.append(hash) }
        }
        guard !infoHashes.isEmpty else { throw .missing("info_hash") }
        guard infoHashes.count <= Self.maximumHashes else { throw .tooManyHashes }
    }
}
