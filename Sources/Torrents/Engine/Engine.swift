internal import CTorrent
import Domain

/// A libtorrent session, owned: it ends, and announces so, with the last reference.
///
/// `@unchecked Sendable`: the pointer never changes; `wait` may run beside anything; the actor that
/// owns the engine makes every other call, and it is gone or closed before the last reference is.
final class Engine: @unchecked Sendable {
    private let session: OpaquePointer

    init(_ settings: TorrentSettings) throws(TorrentError) {
        var session: OpaquePointer?
        let made = settings.listen.withCString { listen in
            "Enxame/1.0".withCString { agent in
                var plain = ct_settings(
                    listen_interfaces: listen, user_agent: agent,
                    download_limit: Self.rate(settings.downloadLimit),
                    upload_limit: Self.rate(settings.uploadLimit),
                    min_announce_interval: Int32(clamping: max(1, settings.minAnnounceInterval)),
                    stop_tracker_timeout: Int32(clamping: max(1, settings.stopTimeout)))
                return Result { () throws(TorrentError) in
                    try EngineGate.call { ct_session_create(&plain, &session, $0) }
                }
            }
        }
        try made.get()
        guard let session else { throw .refused(reason: "libtorrent made no session") }
        self.session = session
    }

    deinit { ct_session_destroy(session) }

    var listenPort: Int { Int(ct_session_listen_port(session)) }

    func wait(milliseconds: Int32) { _ = ct_session_wait(session, milliseconds) }

    func pause() { ct_session_pause(session) }

    func requestUpdates() { ct_session_request_updates(session) }

    func setLimits(download: ByteCount, upload: ByteCount) throws(TorrentError) {
        try EngineGate.call {
            ct_session_set_limits(session, Self.rate(download), Self.rate(upload), $0)
        }
    }

    func pop() throws(TorrentError) -> (alerts: [EngineAlert], snapshots: [Snapshot]) {
        var batch: OpaquePointer?
        try EngineGate.call { ct_session_pop(session, &batch, $0) }
        defer { ct_batch_free(batch) }
        var count = 0
        let alerts = UnsafeBufferPointer(start: ct_batch_alerts(batch, &count), count: count)
        let copied = alerts.map(EngineAlert.init)
        return (copied, Self.snapshots(batch))
    }

    // MARK: torrents

    static func hash(of torrent: [UInt8]) throws(TorrentError) -> InfoHash {
        var hash = [UInt8](repeating: 0, count: 20)
        try EngineGate.call { ct_torrent_hash(torrent, torrent.count, &hash, $0) }
        return InfoHash(filling: hash)
    }

    func add(
        _ torrent: [UInt8], saveTo: String, paused: Bool, holdAfterCheck: Bool
    ) throws(TorrentError) {
        var hash = [UInt8](repeating: 0, count: 20)
        try EngineGate.call {
            ct_session_add(
                session, torrent, torrent.count, saveTo, paused, holdAfterCheck, &hash, $0)
        }
    }

    /// Adds it paused; `isHeld` when the user had paused it.
    func restore(_ resumeData: [UInt8]) throws(TorrentError) -> (hash: InfoHash, isHeld: Bool) {
        var hash = [UInt8](repeating: 0, count: 20)
        var isHeld = false
        try EngineGate.call {
            ct_session_restore(session, resumeData, resumeData.count, &hash, &isHeld, $0)
        }
        return (InfoHash(filling: hash), isHeld)
    }

    func replaceTrackers(_ hash: InfoHash, from torrent: [UInt8]) throws(TorrentError) {
        try EngineGate.call {
            ct_torrent_replace_trackers(session, hash.bytes, torrent, torrent.count, $0)
        }
    }

    func announce(_ hash: InfoHash, to url: String) throws(TorrentError) {
        try EngineGate.call { ct_torrent_announce_to(session, hash.bytes, url, $0) }
    }

    func pause(_ hash: InfoHash, byUser: Bool) throws(TorrentError) {
        try EngineGate.call { ct_torrent_pause(session, hash.bytes, byUser, $0) }
    }

    func resume(_ hash: InfoHash) throws(TorrentError) {
        try EngineGate.call { ct_torrent_resume(session, hash.bytes, $0) }
    }

    func remove(_ hash: InfoHash, deletingData: Bool) throws(TorrentError) {
        try EngineGate.call { ct_torrent_remove(session, hash.bytes, deletingData, $0) }
    }

    func reannounce(_ hash: InfoHash) throws(TorrentError) {
        try EngineGate.call { ct_torrent_reannounce(session, hash.bytes, $0) }
    }

    func save(_ hash: InfoHash) throws(TorrentError) {
        try EngineGate.call { ct_torrent_save(session, hash.bytes, $0) }
    }

    func connect(_ hash: InfoHash, to address: String, port: UInt16) throws(TorrentError) {
        try EngineGate.call { ct_torrent_connect(session, hash.bytes, address, port, $0) }
    }

    func snapshot(_ hash: InfoHash) throws(TorrentError) -> Snapshot {
        var batch: OpaquePointer?
        try EngineGate.call { ct_torrent_state(session, hash.bytes, &batch, $0) }
        defer { ct_batch_free(batch) }
        guard let snapshot = Self.snapshots(batch).first else { throw .noSuchTorrent }
        return snapshot
    }

    /// Where libtorrent has its files, padding left out.
    func files(_ hash: InfoHash) throws(TorrentError) -> [TransferFile] {
        let folder = try snapshot(hash).savePath
        var files: [TransferFile] = []
        try withUnsafeMutablePointer(to: &files) { files throws(TorrentError) in
            try EngineGate.call {
                ct_torrent_files(
                    session, hash.bytes, files,
                    { files, path, size in
                        guard let files, let path else { return }
                        files.assumingMemoryBound(to: [TransferFile].self).pointee.append(
                            TransferFile(
                                path: String(cString: path), size: ByteCount(clamping: size)))
                    }, $0)
            }
        }
        return files.map { TransferFile(path: FolderPath.of($0.path, in: folder), size: $0.size) }
    }

    /// What came from whom since this was asked last.
    func takeReceipts() throws(TorrentError) -> [ReceivedBytes] {
        var receipts: [ReceivedBytes] = []
        try withUnsafeMutablePointer(to: &receipts) { receipts throws(TorrentError) in
            try EngineGate.call {
                ct_session_take_receipts(
                    session, receipts,
                    { receipts, receipt in
                        guard let receipts, let receipt = receipt?.pointee,
                            let peerID = PeerID(withUnsafeBytes(of: receipt.peer_id, Array.init)),
                            let address = IPAddress(
                                bytes: withUnsafeBytes(of: receipt.address, Array.init)
                                    .prefix(Int(receipt.address_bytes)))
                        else { return }
                        receipts.assumingMemoryBound(to: [ReceivedBytes].self).pointee.append(
                            ReceivedBytes(
                                infoHash: InfoHash(copying: receipt.hash), peerID: peerID,
                                endpoint: PeerEndpoint(address: address, port: receipt.port),
                                bytes: ByteCount(clamping: receipt.bytes)))
                    }, $0)
            }
        }
        return receipts
    }

    private static func snapshots(_ batch: OpaquePointer?) -> [Snapshot] {
        var count = 0
        return UnsafeBufferPointer(start: ct_batch_torrents(batch, &count), count: count)
            .map(Snapshot.init)
    }

    private static func rate(_ limit: ByteCount) -> Int32 { Int32(clamping: limit.bytes) }
}
