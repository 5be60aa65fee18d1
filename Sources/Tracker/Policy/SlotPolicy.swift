package import Domain

/// How many torrents a member of a role downloads at once. Seeding has no limit.
package struct SlotPolicy: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case allowed
        case full(Int)
    }

    /// `nil` where there is no limit.
    package let downloads: Int?

    /// Less than one is one: who may download nothing has a role without the permission.
    package init(downloads: Int?) { self.downloads = downloads.map { max(1, $0) } }

    /// - Parameter isDownloading: whether the member downloads this torrent now, by any client.
    /// - Parameter others: torrents that the member downloads now, by any client, without this one.
    ///
    /// Who is in goes on: a limit that was lowered stops no download.
    package func verdict(
        left: ByteCount, event: AnnounceEvent?, isDownloading: Bool, others: Int
    ) -> Verdict {
        guard let downloads, left > .zero, event != .stopped, event != .paused,
            !isDownloading,
            others >= downloads
        else { return .allowed }
        return .full(downloads)
    }
}
