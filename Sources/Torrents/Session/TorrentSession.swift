import Dispatch
package import Domain

/// The client's BitTorrent engine: libtorrent on a queue of its own.
///
/// 1. Nothing here blocks the cooperative pool: the actor runs on a serial Dispatch queue, alerts
///    are waited for on a second one.
/// 2. `onEvent` is called on that queue, in order; it must return soon.
/// 3. With a state folder, a torrent added here is there again after any end of the process.
package actor TorrentSession {
    package typealias OnEvent = @Sendable (TransferEvent) -> Void

    nonisolated let executor: QueueExecutor
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    let pump = AlertPump()
    let resumeFolder: ResumeFolder?
    let onEvent: OnEvent
    /// `nil` once shut down: the session lives exactly as long as it is held here and in the pump.
    private var running: Engine?

    var entries: [InfoHash: Entry] = [:]
    var isClosing = false
    var lastBeat = ContinuousClock.now
    var hasReported = false
    var checks: [InfoHash: CheckedContinuation<Void, Never>] = [:]
    var removals: [InfoHash: Removal] = [:]
    var allSaved: CheckedContinuation<Void, Never>?
    /// What came before the end and nobody had asked for.
    var lastReceipts: [ReceivedBytes] = []

    /// Throws `.cannotListen` when no port could be had, `.stateInUse` when another process has the
    /// state folder.
    package init(
        settings: TorrentSettings, onEvent: @escaping OnEvent
    ) throws(TorrentError) {
        let executor = QueueExecutor(label: "enxame.torrents")
        let folder = try settings.stateFolder.map { path throws(TorrentError) in
            try ResumeFolder(path)
        }
        let engine = try Engine(settings)
        guard engine.listenPort != 0 else { throw .cannotListen(on: settings.listen) }
        self.executor = executor
        self.onEvent = onEvent
        resumeFolder = folder
        running = engine
        pump.start(engine, on: executor) { [weak self] in
            guard let self else { return false }
            self.assumeIsolated { $0.turn() }
            return true
        }
    }

    func engine() throws(TorrentError) -> Engine {
        guard let running, !isClosing else { throw .sessionClosed }
        return running
    }

    var engineUntilClosed: Engine? { running }

    func dropEngine() { running = nil }

    /// The port peers reach this session at.
    package var listenPort: Int { running?.listenPort ?? 0 }

    /// Every transfer, by name.
    package func transfers() -> [Transfer] {
        entries.values.map(\.transfer).sorted {
            ($0.name, $0.infoHash.hex) < ($1.name, $1.infoHash.hex)
        }
    }

    package func transfer(_ hash: InfoHash) -> Transfer? { entries[hash]?.transfer }

    /// What came from whom since this was asked last; also of a session that has ended.
    package func takeReceipts() -> [ReceivedBytes] {
        defer { lastReceipts = [] }
        // It fails only for want of memory, and what is missing then is nobody's loss.
        return lastReceipts + ((try? engineUntilClosed?.takeReceipts()) ?? [])
    }

    /// The files of a transfer, padding left out.
    package func files(of hash: InfoHash) throws(TorrentError) -> [TransferFile] {
        try engine().files(hash)
    }
}

/// A removal that waits for libtorrent to say it is done.
struct Removal {
    let deletesData: Bool
    /// What is being removed, for words about it.
    let path: String
    let done: CheckedContinuation<Result<Void, TorrentError>, Never>
}
