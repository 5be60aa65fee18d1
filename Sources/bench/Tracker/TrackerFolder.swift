import Domain
import Foundation
import Service
import Store
import Tracker

/// The community that a crowd belongs to, with a session of everybody: as one that has run for
/// weeks, and is started again.
struct TrackerFolder {
    private static let batch = 20_000

    let crowd: Crowd

    /// Seconds between two announces of a client: so that each is asked again when it may be, and is
    /// told of peers as by a tracker that has no shortest interval.
    let interval: Int

    func make(in store: CommunityStore) async throws {
        var users: [UserID] = []
        for user in 0..<crowd.users {
            guard let name = Username(rawValue: "user\(user)") else { continue }
            users.append(
                try await store.create(
                    NewAccount(
                        username: name, passwordHash: "none", roleID: BuiltInRoles.member,
                        passkey: Crowd.passkey(user), createdAt: Timestamp(seconds: 0)), audit: nil)
            )
        }
        guard let first = users.first else { return }
        let before = try await store.settings()
        var settings = before
        settings.announceInterval = interval
        try await store.change(
            to: settings, expecting: before,
            audit: AuditEntry(
                actorID: first, actorName: "user0", act: "settings.changed", subject: "settings",
                reason: nil, before: nil, after: nil, at: Timestamp(seconds: 0), visibleTo: .guest))
        for start in stride(from: 0, to: crowd.torrents, by: 1000) {
            try await store.insert(
                (start..<min(start + 1000, crowd.torrents)).map { entry($0, by: first) })
        }
        var torrents: [CatalogID] = []
        for torrent in 0..<crowd.torrents {
            guard let entry = try await store.entry(hash: Crowd.hash(torrent)) else { continue }
            torrents.append(entry.id)
        }
        let now = Timestamp(seconds: Int64(time(nil)))
        for (number, start) in stride(from: 0, to: crowd.sessions, by: Self.batch).enumerated() {
            var batch = LedgerBatch()
            for session in start..<min(start + Self.batch, crowd.sessions) {
                batch.records.append(record(session, users, torrents, now))
            }
            _ = try await store.book(batch, as: BatchName(writer: 1, number: UInt64(number + 1)))
        }
    }

    private func record(
        _ session: Int, _ users: [UserID], _ torrents: [CatalogID], _ now: Timestamp
    ) -> LedgerRecord {
        var record = LedgerRecord(
            key: SessionKey(
                user: users[crowd.user(of: session)], torrent: torrents[crowd.torrent(of: session)],
                peerID: Crowd.peer(session)),
            base: nil, last: .zero, at: now, isRunning: true)
        record.left = ByteCount(clamping: Int64(Crowd.left(session)))
        record.v4 = LedgerRecord.Place(
            endpoint: PeerEndpoint(
                address: .v4(0x7F00_0001), port: UInt16(Crowd.port(of: session))), at: now)
        return record
    }

    private func entry(_ torrent: Int, by uploader: UserID) -> NewEntry {
        let size = ByteCount(clamping: 1 << 30)
        return NewEntry(
            title: "torrent \(torrent)", description: "", tags: [], minRoleWeight: .guest,
            status: .approved, uploaderID: uploader,
            metainfo: Metainfo(
                name: "t", files: [TorrentFile(path: "t\(torrent)", size: size)], size: size,
                pieceLength: 1 << 20, infoHashes: [Crowd.hash(torrent)], info: [],
                pieceLayers: nil, becamePrivate: false), createdAt: Timestamp(seconds: 0))
    }
}
