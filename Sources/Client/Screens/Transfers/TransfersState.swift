package import Domain

/// The torrents of this client.
package struct TransfersState: Equatable, Sendable {
    /// Those that move first, each group in order of arrival.
    package var all: [Transfer] = []
    /// What the catalog calls them.
    package var titles: [InfoHash: String] = [:]
    package var cursor = ListCursor()
    package var marked: Set<InfoHash> = []
    package var history = RateHistory()
    /// What trackers complained of, until they answer well.
    package var complaints: [InfoHash: String] = [:]
    /// Rows that were finished a moment ago are brighter.
    package var changedAt: [InfoHash: Moment] = [:]
    /// The torrents themselves cannot work: no folder, no port.
    package var failure: CommunityFailure?

    package init() {}

    package var current: Transfer? {
        all.indices.contains(cursor.index) ? all[cursor.index] : nil
    }

    /// What an action is for: the marked ones, or the one under the cursor.
    package var chosen: [Transfer] {
        let chosen = all.filter { marked.contains($0.id) }
        return chosen.isEmpty ? current.map { [$0] } ?? [] : chosen
    }

    package subscript(hash: InfoHash) -> Transfer? { all.first { $0.id == hash } }

    package func title(of transfer: Transfer) -> String {
        titles[transfer.id] ?? transfer.name
    }

    package var downloadRate: ByteCount { all.reduce(.zero) { $0 + $1.downloadRate } }
    package var uploadRate: ByteCount { all.reduce(.zero) { $0 + $1.uploadRate } }

    package var downloading: Int { all.count { !$0.isComplete && $0.state != .paused } }
    package var seeding: Int { all.count { $0.isComplete && $0.state != .paused } }
}
