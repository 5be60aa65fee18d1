import AsyncAlgorithms
import Logging
import Service
import ServiceLifecycle

/// What is done now and then, and what must happen when the server goes down.
struct Housekeeping: ServiceLifecycle.Service {
    private static let interval = Duration.seconds(30)

    let site: Site
    let logger: Logger

    func run() async throws {
        await withGracefulShutdownHandler {
            let ticks = AsyncTimerSequence(interval: Self.interval, clock: .continuous)
            for await _ in ticks.cancelOnGracefulShutdown() {
                do {
                    try await site.announcer.expireSilent()
                } catch {
                    logger.error("swarms could not be tidied", metadata: ["error": "\(error)"])
                }
            }
        } onGracefulShutdown: {
            // Open event streams would hold the listeners up for ever.
            site.notices.close()
        }
    }
}
