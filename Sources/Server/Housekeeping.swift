import AsyncAlgorithms
import Logging
import Service
import ServiceLifecycle

/// What is done now and then, and what must happen when the server goes down.
struct Housekeeping: ServiceLifecycle.Service {
    private static let interval = Duration.seconds(30)
    /// Steps of tidying the search index at a time, and the rest between two, in which others write.
    private static let steps = 200
    private static let rest = Duration.milliseconds(50)

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
                await tidyIndex()
            }
        } onGracefulShutdown: {
            // Open event streams would hold the listeners up for ever.
            site.notices.close()
        }
    }
    private func tidyIndex() async {
        do {
            for _ in 0..<Self.steps where !Task.isShuttingDownGracefully {
                guard try await site.catalog.tidyIndex() else { return }
                try await Task.sleep(for: Self.rest)
            }
        } catch {
            logger.error("the index could not be tidied", metadata: ["error": "\(error)"])
        }
    }
}
