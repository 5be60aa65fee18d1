import API
import APIClient
import Cells
import Client
import ClientRuntime
import Foundation
import Terminal

/// The full screen, wired: state, effects and terminal come together here.
enum ScreenSession {
    struct Start: Sendable {
        var folders: ClientFolders
        var server: ServerAddress?
        var demo: DemoCommunity?
        var signInAs: SignInRequest?
        var listenPeers: String
        var minAnnounceInterval = 30
        /// Lines instead of a screen.
        var isPlain = false
        /// Where a community hosted from here answers.
        var hostListen = HostAdapter.Listen.standard
    }

    static func run(_ start: Start) async throws {
        let whereabouts = Whereabouts(own: start.folders)
        if let demo = start.demo { whereabouts.demoLives(at: demo.server, in: start.folders) }
        let remembered = SessionFile(folder: start.folders.state).servers
        let host = HostAdapter(
            whereabouts: whereabouts, own: start.folders, listen: start.hostListen)
        if start.demo == nil, let last = remembered.first, last.url == start.server?.url {
            host.willResume(last)
        }
        let transfers = TransferAdapter(
            whereabouts: whereabouts, listen: start.listenPeers,
            minAnnounceInterval: start.minAnnounceInterval)
        let community = CommunityAdapter(
            whereabouts: whereabouts, isReady: { await host.resumed($0) })
        let kept = KeptCatalogAdapter(whereabouts: whereabouts)
        let handler = EffectHandler(
            Ports(
                community: community, transfers: transfers,
                desktop: DesktopAdapter(), host: host,
                memory: MemoryAdapter(whereabouts: whereabouts), kept: kept))
        let end = await Result {
            try await open(start, remembered: remembered, handler: handler)
        }
        // The screen is gone by now; what must be kept is kept while the shell's prompt waits.
        await kept.write()
        await transfers.stop()
        await atMost(.seconds(3)) { await community.attest(await transfers.receipts()) }
        await host.shutdown()
        try report(end)
    }

    private static func atMost(
        _ time: Duration, _ work: @escaping @Sendable () async -> Void
    ) async {
        await withTaskGroup { group in
            group.addTask { await work() }
            group.addTask { try? await Task.sleep(for: time) }
            await group.next()
            group.cancelAll()
        }
    }

    /// The same check that opening the screen makes, for what must be known before.
    static func checkTerminal() throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw CommandFailure(.failure, "\(TerminalProblem.notATerminal)")
        }
    }

    private static func open(
        _ start: Start, remembered: [SessionFile.Server], handler: EffectHandler
    ) async throws -> LoopEnd {
        let environment = ProcessInfo.processInfo.environment
        let shelf = ThemeShelf(folders: start.folders)
        let configuration = Configuration(path: start.folders.configuration)
        let themes = shelf.themes
        let chosen = MemoryAdapter.theme(in: start.folders) ?? configuration.theme
        var notes = configuration.problems
        if let wanted = configuration.theme, shelf.setting(named: wanted) == nil {
            notes.append(Configuration.noTheme(named: wanted))
        }
        let kept = KeptState(in: start.folders)
        let now = Int64(Date().timeIntervalSince1970)
        let state = AppState(
            size: Size(width: 80, height: 24),
            now: Moment(milliseconds: now * 1000),
            calendar: .ofThisMachine(now: now, localeName: locale("LC_TIME")),
            language: configuration.language ?? language, server: start.server,
            remembered: remembered.compactMap { server in
                ServerAddress(server.url).map {
                    RememberedServer(address: $0, username: server.username)
                }
            },
            demo: start.demo, signInAs: start.signInAs, keymap: configuration.keymap,
            themes: zip(themes, shelf.problems).map { ThemeChoice($0.name, problems: $1) },
            theme: chosen.flatMap(shelf.setting) ?? .fixed(0), lightTheme: shelf.light,
            limits: kept.limits, columns: kept.columns,
            notes: notes.map { .inSettings($0) } + kept.problems,
            // The demo is looked at by whoever wants to see everything at once.
            isFirstStart: start.demo == nil && MemoryAdapter.isFirstStart(in: start.folders))
        let settings = TerminalSettings(
            environment: environment, hasMouse: configuration.hasMouse,
            crashLog: crashLog(state.language, ofDemo: start.demo != nil))
        guard !start.isPlain else {
            let program = Program.client(state, themes: themes, handler: handler, isPlain: true)
            return try await Runtime.run(program) { try PlainScreen(settings) }
        }
        return try await Runtime.run(.client(state, themes: themes, handler: handler)) {
            try Screen(settings)
        }
    }

    /// In the person's own folder. A demo's folder goes with it, and it makes no other.
    private static func crashLog(_ language: Language, ofDemo isDemo: Bool) -> CrashLog {
        let folder = isDemo ? NSTemporaryDirectory() + "enxame-demo" : ClientFolders().state
        // A crash has no time to make folders. One that cannot be made only leaves no log.
        if !isDemo {
            try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        let path = folder + (isDemo ? "-crash.log" : "/crash.log")
        return CrashLog(
            path: path, heading: "enxame \(APIClient.version)",
            notice: Phrase.crashed(log: path).said(in: language))
    }

    private static func report(_ end: Result<LoopEnd, any Error>) throws {
        switch end {
        case .success(.screen(.signal(let number))): throw ExitStatus.signal(number)
        case .success: break
        case .failure(let problem as TerminalProblem):
            throw CommandFailure(.failure, "\(problem)")
        case .failure(let error): throw error
        }
    }

    /// Which language to speak, by POSIX's order.
    static var language: Language { Language(localeName: locale("LC_MESSAGES")) }

    /// The locale of a category, by the same order; empty when none is set.
    static func locale(_ category: String) -> String {
        let environment = ProcessInfo.processInfo.environment
        return ["LC_ALL", category, "LANG"].lazy.compactMap { environment[$0] }
            .first { !$0.isEmpty } ?? ""
    }
}

extension Screen: ScreenPort {}
extension PlainScreen: ScreenPort {}

extension Result where Failure == any Error {
    fileprivate init(_ work: () async throws -> Success) async {
        do {
            self = .success(try await work())
        } catch {
            self = .failure(error)
        }
    }
}
