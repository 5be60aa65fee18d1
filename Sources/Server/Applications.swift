import Domain
import Hummingbird
import HummingbirdCore
package import Logging
package import Service
import ServiceLifecycle
package import UnixSignals

/// What the system gave, once both listeners stand.
package struct Listening: Hashable, Sendable {
    package let apiPort: Int
    package let trackerPort: Int
}

/// The two listeners and the housekeeping, as services of one group.
package struct Applications: Sendable {
    private let site: Site
    private let settings: ListenSettings
    private let logger: Logger
    private let pace: RequestPace
    private let ports = Ports()
    private let meter = TrackerMeter()

    /// `now` is asked how much time went by between two requests.
    package init(
        site: Site, settings: ListenSettings, logger: Logger,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.site = site
        self.settings = settings
        self.logger = logger
        pace = RequestPace(settings: site.settings, now: now)
    }

    /// Serves until one of `signals` asks for an orderly end, or the task is cancelled. `onReady`
    /// is called once, when both listeners stand. Throws `ServerError`.
    package func run(
        signals: [UnixSignal], onReady: @escaping @Sendable (Listening) -> Void
    ) async throws {
        ports.onReady(onReady)
        // The last to begin is the first to end: nobody asks any more when the ledger is closed.
        var services: [any ServiceLifecycle.Service] = [
            LedgerService(announcer: site.announcer), housekeeping, evidenceKeeping,
        ]
        let front = front
        if let metrics = settings.metrics { services.append(self.metrics(metrics, front)) }
        services += [tracker(front), apiApplication]
        let group = ServiceGroup(
            services: services, gracefulShutdownSignals: signals, logger: logger)
        try await group.run()
    }

    /// The API's router, for tests that ask it in process.
    var responder: some HTTPResponder<APIContext> { router.buildResponder() }

    /// With every path that is served.
    var router: Router<APIContext> {
        let router = Router(context: APIContext.self)
        router.add(middleware: SenderMiddleware(proxies: settings.proxies))
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: AddressBanMiddleware(bans: site.bans.list, clock: site.clock))
        let (settings, ports) = (settings, ports)
        let announceURL: @Sendable (Passkey) -> String = { passkey in
            let authority = settings.tracker.authority(
                port: ports.tracker ?? settings.tracker.port)
            let base = settings.trackerURL ?? "\(settings.scheme)://\(authority)"
            return "\(base)/announce?passkey=\(passkey.rawValue)"
        }
        let endpoints = EndpointRouter(router: router, signIn: site.signIn, pace: pace)
        AccountRoutes(site: site, announceURL: announceURL).mount(on: endpoints)
        MemberRoutes(site: site).mount(on: endpoints)
        InvitationRoutes(site: site).mount(on: endpoints)
        SecurityRoutes(site: site).mount(on: endpoints)
        CatalogRoutes(site: site, announceURL: announceURL).mount(on: endpoints)
        TermsRoutes(site: site).mount(on: endpoints)
        RoleRoutes(site: site).mount(on: endpoints)
        LedgerRoutes(site: site).mount(on: endpoints)
        CommunityRoutes(site: site).mount(on: endpoints)
        ServerRoutes(site: site).mount(on: endpoints)
        BanRoutes(site: site).mount(on: endpoints)
        NoteRoutes(site: site).mount(on: endpoints)
        EvidenceRoutes(site: site).mount(on: endpoints)
        endpoints.refuseOtherMethods()
        return router
    }

    private var apiApplication: some ServiceLifecycle.Service {
        let ports = ports
        return Listener(
            application: Application(
                router: router, server: server, configuration: configuration(settings.api),
                onServerRunning: { ports.api($0.localAddress?.port ?? 0) }, logger: logger),
            address: settings.api)
    }

    private var front: TrackerFront {
        TrackerFront(
            answers: TrackerAnswers(announcer: site.announcer, meter: meter, logger: logger),
            proxies: settings.proxies, clock: site.clock)
    }

    /// A loop of its own, but over TLS: there the server of the API does it.
    private func tracker(_ front: TrackerFront) -> any ServiceLifecycle.Service {
        let ports = ports
        guard settings.identity != nil else {
            return TrackerService(
                front: front, address: settings.tracker, limits: settings.limits,
                onReady: { ports.tracker($0) })
        }
        return Listener(
            application: Application(
                responder: TrackerResponder(answers: front.answers, proxies: settings.proxies),
                server: server, configuration: configuration(settings.tracker),
                onServerRunning: { ports.tracker($0.localAddress?.port ?? 0) }, logger: logger),
            address: settings.tracker)
    }

    private func metrics(
        _ address: ListenSettings.Address, _ front: TrackerFront
    ) -> some ServiceLifecycle.Service {
        let ports = ports
        return Listener(
            application: Application(
                responder: MetricsResponder(
                    announcer: site.announcer, meter: meter,
                    evidence: site.evidenceRoom, port: { front.figures }),
                configuration: configuration(address),
                onServerRunning: { ports.metrics($0.localAddress?.port ?? 0) }, logger: logger),
            address: address)
    }

    private var housekeeping: some ServiceLifecycle.Service {
        Housekeeping(site: site, logger: logger)
    }

    private var evidenceKeeping: some ServiceLifecycle.Service {
        EvidenceKeeping(room: site.evidenceRoom, logger: logger)
    }

    private var server: HTTPServerBuilder {
        .limited(settings.limits, identity: settings.identity, proxies: settings.proxies)
    }

    private func configuration(_ address: ListenSettings.Address) -> ApplicationConfiguration {
        ApplicationConfiguration(
            address: .hostname(address.host, port: address.port), serverName: "enxamed")
    }
}
