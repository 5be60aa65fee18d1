import Bencoding
package import Domain

/// The answer to a scrape (BEP 48); what the asker may not see is left out.
package struct ScrapeReply: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        package var infoHash: InfoHash
        package var counts: SwarmCounts
        /// How often the torrent was completed.
        package var completed: Int

        package init(infoHash: InfoHash, counts: SwarmCounts, completed: Int) {
            self.infoHash = infoHash
            self.counts = counts
            self.completed = completed
        }
    }

    package var files: [File]

    package init(files: [File]) { self.files = files }

    package var bytes: [UInt8] {
        var entries: [[UInt8]: BencodeValue] = [:]
        for file in files {
            entries[file.infoHash.bytes] = .dictionary([
                "complete": .integer(Int64(file.counts.seeders)),
                "downloaded": .integer(Int64(file.completed)),
                "incomplete": .integer(Int64(file.counts.leechers)),
            ])
        }
        return BencodeValue.dictionary(["files": .dictionary(entries)]).bytes
    }
}
