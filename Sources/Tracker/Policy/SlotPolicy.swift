package import Domain

/// How many torrents a member of a role downloads at once. Seeding has no limit.
package struct SlotPolicy: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case allowed
        case full(Int)

        /// One line, as clients show it to their user; `nil` where there is nothing to say.
        package var message: String? {
            guard case .full(let most) = self else { return nil }
            let torrents = most == 1 ? "1 torrent" : "\(most) torrents"
            return "You download \(torrents) already, as many as your role may at once: finish or "
                + "stop one first. You may always seed."
        }
    }

    /// `nil` where there is no limit.
    package let downloads: Int?

    /// Less than one is one: who may download nothing has a role without the permission.
    package init(downloads: Int?) { self.downloads = downloads.map { max(1, $0) } }

    /// - Parameter others: torrents that the member downloads now, by any client, without this one.
    ///
    /// Who is in goes on: a limit that was lowered stops no download.
    package func verdict(
        left: ByteCount, event: AnnounceEvent?, hasStarted: Bool, others: Int
    ) -> Verdict {
        guard let downloads, left > .zero, event != .stopped, event != .paused, !hasStarted,
            others >= downloads
        else { return .allowed }
        return .full(downloads)
    }
}
