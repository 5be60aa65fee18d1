import API
import Client
import ClientRuntime
import Domain
import Foundation

/// What was seen of the catalog, in a file of mode 0600 for each account.
///
/// It is read when it is first needed, and written some seconds after it changed: a search is many
/// answers in a row.
actor KeptCatalogAdapter: KeptCatalogPort {
    private struct Kept {
        let path: String
        var catalog: KeptCatalog
        var isWritten = true
    }

    private static let pause = Duration.seconds(3)

    private let whereabouts: Whereabouts
    private var kept: Kept?
    private var writing: Task<Void, Never>?

    private static var now: Timestamp {
        Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    }

    init(whereabouts: Whereabouts) { self.whereabouts = whereabouts }

    func begin(_ me: MeReply, at server: ServerAddress) async {
        await write()
        await open(whereabouts.keptCatalog(of: me.username, at: server.url), of: me)
        change { $0.take(me) }
    }

    func keep(_ me: MeReply) { change { $0.take(me) } }

    func keep(_ page: CatalogPage, answering query: CatalogQuery) {
        change { $0.take(page, answering: query, at: Self.now) }
    }

    func keep(_ detail: CatalogDetail) { change { $0.take(detail) } }
    func drop(_ id: CatalogID) { change { $0.forget(id) } }

    func dropAll() async {
        writing?.cancel()
        guard let path = kept?.path else { return }
        kept = nil
        await FileQueue.run { _ = unlink(path) }
    }

    func recallAccount(at server: ServerAddress) async -> MeReply? {
        let sessions = whereabouts.sessions(of: server.url)
        let known = await FileQueue.run { sessions.server(server.url) }
        guard let known, known.refreshToken != nil, let username = known.username else {
            return nil
        }
        await open(whereabouts.keptCatalog(of: username, at: server.url), of: nil)
        return kept?.catalog.me
    }

    func recall(answering query: CatalogQuery) -> KeptPage? {
        guard let catalog = kept?.catalog, !catalog.isEmpty else { return nil }
        return catalog.page(answering: query, at: Self.now)
    }

    func recall(_ id: CatalogID) -> CatalogDetail? { kept?.catalog.detail(id) }

    /// Now, what is not written yet.
    func write() async {
        writing?.cancel()
        guard let kept, !kept.isWritten else { return }
        self.kept?.isWritten = true
        await FileQueue.run { Self.write(kept.catalog, to: kept.path) }
    }

    private func open(_ path: String, of me: MeReply?) async {
        guard kept?.path != path else { return }
        kept = nil
        let found = await FileQueue.run { Self.read(path) }
        guard let catalog = found ?? me.map(KeptCatalog.init(me:)) else { return }
        kept = Kept(path: path, catalog: catalog)
    }

    private func change(_ body: (inout KeptCatalog) -> Void) {
        guard var kept else { return }
        body(&kept.catalog)
        guard kept.catalog != self.kept?.catalog else { return }
        self.kept = kept
        guard kept.isWritten else { return }
        self.kept?.isWritten = false
        writing = Task {
            guard (try? await Task.sleep(for: Self.pause)) != nil else { return }
            await write()
        }
    }

    private static func read(_ path: String) -> KeptCatalog? {
        FileManager.default.contents(atPath: path).flatMap {
            try? JSONDecoder().decode(KeptCatalog.self, from: $0)
        }
    }

    private static func write(_ catalog: KeptCatalog, to path: String) {
        guard let data = try? JSONEncoder().encode(catalog) else { return }
        try? PrivateFile.replace(path, with: data)
    }
}
