import Client
import ClientRuntime
import Domain
import Foundation
import Torrents

/// The torrents of whoever is signed in: a session begins with them and ends with them.
actor TransferAdapter: TransferPort {
    private let whereabouts: Whereabouts
    private let listen: String
    private let minAnnounceInterval: Int
    private let audience = TransferAudience()
    private var session: TorrentSession?
    private var limits = TransferLimits.none
    /// Of sessions that ended.
    private var lastReceipts: [ReceivedBytes] = []

    init(whereabouts: Whereabouts, listen: String, minAnnounceInterval: Int) {
        self.whereabouts = whereabouts
        self.listen = listen
        self.minAnnounceInterval = minAnnounceInterval
    }

    func start() async throws(CommunityFailure) -> AsyncStream<TransferEvent> {
        do throws(TorrentError) {
            let session = try await running()
            let stream = audience.join()
            audience.tell(.changed(await session.transfers()))
            return stream
        } catch {
            throw CommunityFailure(error)
        }
    }

    func stop() async {
        let ending = session
        session = nil
        await ending?.shutdown()
        lastReceipts += await ending?.takeReceipts() ?? []
    }

    func receipts() async -> [ReceivedBytes] {
        let last = lastReceipts
        lastReceipts = []
        return last + (await session?.takeReceipts() ?? [])
    }

    nonisolated func inspect(path: String) async throws(CommunityFailure) -> PastedFile.Facts {
        let file = try await Self.read(path)
        return PastedFile.Facts(
            name: file.name, size: file.size, trackers: file.trackers)
    }

    func add(path: String) async throws(CommunityFailure) -> InfoHash {
        let file = try await Self.read(path)
        // The address in it may be another member's, whose ratio it would count for.
        return try await add(
            torrent: whereabouts.announceURL.map(file.bytes(announcingTo:)) ?? file.bytes)
    }

    private static func read(_ path: String) async throws(CommunityFailure) -> TorrentFileOnDisk {
        let path = path.hasPrefix("~/") ? NSHomeDirectory() + path.dropFirst() : path
        let result = await FileQueue.run { () -> Result<TorrentFileOnDisk, TorrentError> in
            do throws(TorrentError) {
                return .success(try TorrentFileOnDisk(path: path))
            } catch {
                return .failure(error)
            }
        }
        do throws(TorrentError) {
            return try result.get()
        } catch {
            throw CommunityFailure(error)
        }
    }

    func add(torrent: [UInt8]) async throws(CommunityFailure) -> InfoHash {
        let folder = whereabouts.current.downloads
        return try await asking { session throws(TorrentError) in
            try await session.add(torrent: torrent, saveTo: folder)
        }
    }

    func pause(_ hash: InfoHash) async throws(CommunityFailure) {
        try await asking { session throws(TorrentError) in try await session.pause(hash) }
    }

    func resume(_ hash: InfoHash) async throws(CommunityFailure) {
        try await asking { session throws(TorrentError) in try await session.resume(hash) }
    }

    func remove(_ hash: InfoHash, withData: Bool) async throws(CommunityFailure) {
        try await asking { session throws(TorrentError) in
            try await session.remove(hash, deletingData: withData)
        }
    }

    func announce(to url: String) async throws(CommunityFailure) {
        whereabouts.announces(to: url)
        try await asking { session throws(TorrentError) in try await session.announce(to: url) }
    }

    func limit(to limits: TransferLimits) async throws(CommunityFailure) {
        self.limits = limits
        guard let session else { return }
        do throws(TorrentError) {
            try await session.limit(to: limits)
        } catch {
            throw CommunityFailure(error)
        }
    }

    func path(of hash: InfoHash) async throws(CommunityFailure) -> String {
        let (folder, file) = try await asking { session throws(TorrentError) in
            let folder = await session.transfer(hash)?.savePath
            return (folder, try await session.files(of: hash).first?.path)
        }
        guard let folder, let file, file.hasPrefix(folder + "/") else {
            throw CommunityFailure(.missing, "\(TorrentError.noSuchTorrent)")
        }
        let name = file.dropFirst(folder.count + 1).prefix { $0 != "/" }
        return "\(folder)/\(name)"
    }

    nonisolated func freeSpace() async -> ByteCount? {
        await FreeSpace.measured(at: whereabouts.current.downloads)
    }

    private func running() async throws(TorrentError) -> TorrentSession {
        if let session { return session }
        let made = try TorrentSession(
            settings: TorrentSettings(
                listen: listen, stateFolder: whereabouts.transferState,
                minAnnounceInterval: minAnnounceInterval)
        ) { [audience] in audience.tell($0) }
        session = made
        if limits != .none { try await made.limit(to: limits) }
        _ = try await made.restore()
        // The passkey may have changed while these torrents slept.
        if let url = whereabouts.announceURL { try await made.announce(to: url) }
        return made
    }

    private func asking<T>(
        _ act: (TorrentSession) async throws(TorrentError) -> T
    ) async throws(CommunityFailure) -> T {
        do throws(TorrentError) {
            return try await act(try await running())
        } catch {
            throw CommunityFailure(error)
        }
    }
}

extension TorrentSession {
    fileprivate func limit(to limits: TransferLimits) throws(TorrentError) {
        try setLimits(download: limits.download ?? .zero, upload: limits.upload ?? .zero)
    }
}

extension CommunityFailure {
    fileprivate init(_ error: TorrentError) { self.init(.broken, "\(error)") }
}
