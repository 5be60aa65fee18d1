package import Domain

/// The torrents of this client.
package struct TransfersState: Equatable, Sendable {
    package var list = TransferList()
    /// What the catalog calls them.
    package var titles: [InfoHash: String] = [:]
    /// Those that the catalog has not named yet.
    package var nameless: Set<InfoHash> = []
    package var cursor = ListCursor()
    package var marks = Marks<InfoHash>()
    package var history = RateHistory()
    /// Peers of each, in steps of ten seconds.
    package var swarms = SwarmHistory<InfoHash>(step: 10_000)
    /// What trackers complained of, until they answer well.
    package var complaints: [InfoHash: String] = [:]
    /// Rows that were finished a moment ago are brighter.
    package var changedAt: [InfoHash: Moment] = [:]
    /// The torrents themselves cannot work: no folder, no port.
    package var failure: CommunityFailure?

    package init() {}

    /// Those that move first, each group in order of arrival.
    package var all: [Transfer] { list.rows }

    package var current: Transfer? {
        all.indices.contains(cursor.index) ? all[cursor.index] : nil
    }

    package var marked: Set<InfoHash> { marks.ids }

    /// What an action is for: the marked ones in the order of their rows, or the one under the cursor.
    package var chosen: [Transfer] {
        let rows = marked.compactMap { list.row(of: $0) }.sorted()
        return rows.isEmpty ? current.map { [$0] } ?? [] : rows.map { all[$0] }
    }

    /// Whether all that was chosen stands still; asked for each frame, so it stops at the first that
    /// does not.
    package var isChosenStill: Bool {
        func isStill(_ transfer: Transfer) -> Bool {
            transfer.state == .paused || transfer.state == .failed
        }
        return marked.isEmpty
            ? current.map(isStill) ?? true
            : marked.lazy.compactMap { list[$0] }.allSatisfy(isStill)
    }

    package subscript(hash: InfoHash) -> Transfer? { list[hash] }

    package func title(of transfer: Transfer) -> String {
        titles[transfer.id] ?? transfer.name
    }

    package var downloadRate: ByteCount { list.downloadRate }
    package var uploadRate: ByteCount { list.uploadRate }

    package var downloading: Int { list.downloading }
    package var seeding: Int { list.seeding }
}
