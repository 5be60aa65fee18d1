import Bencoding
package import Domain

/// The answer to a scrape (BEP 48); what the asker may not see is left out.
package struct ScrapeReply: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        package var infoHash: InfoHash
        package var counts: SwarmCounts
        /// How often the torrent was completed.
        package var completed: Int
        /// Leechers that are not partial seeds (BEP 21), where they are told apart.
        package var downloaders: Int?

        package init(
            infoHash: InfoHash, counts: SwarmCounts, completed: Int, downloaders: Int? = nil
        ) {
            self.infoHash = infoHash
            self.counts = counts
            self.completed = completed
            self.downloaders = downloaders
        }
    }

    package var files: [File]
    /// Seconds until the same client may scrape again: a flag that came before BEP 48, and that
    /// clients heed.
    package var minRequestInterval: Int?

    package init(files: [File], minRequestInterval: Int? = nil) {
        self.files = files
        self.minRequestInterval = minRequestInterval
    }

    package var bytes: [UInt8] {
        var entries: [[UInt8]: BencodeValue] = [:]
        for file in files {
            entries[file.infoHash.bytes] = .dictionary([
                "complete": .integer(Int64(file.counts.seeders)),
                "downloaded": .integer(Int64(file.completed)),
                "downloaders": file.downloaders.map { .integer(Int64($0)) },
                "incomplete": .integer(Int64(file.counts.leechers)),
            ])
        }
        return BencodeValue.dictionary([
            "files": .dictionary(entries),
            "flags": minRequestInterval.map {
                .dictionary(["min_request_interval": .integer(Int64($0))])
            },
        ]).bytes
    }
}
