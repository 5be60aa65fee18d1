package import Domain

/// What a `.torrent` file that was pasted turned out to be.
package struct PastedFile: Hashable, Sendable {
    /// What a torrent holds, as its file says.
    package struct Facts: Hashable, Sendable {
        package let name: String
        package let size: ByteCount
        /// The announce addresses in it, whoever wrote them.
        package let trackers: [String]

        package init(name: String, size: ByteCount, trackers: [String]) {
            self.name = name
            self.size = size
            self.trackers = trackers
        }
    }

    package let path: String
    package let outcome: Outcome<Facts>

    package init(path: String, outcome: Outcome<Facts>) {
        self.path = path
        self.outcome = outcome
    }
}
