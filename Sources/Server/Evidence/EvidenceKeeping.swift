import AsyncAlgorithms
import Logging
import Service
import ServiceLifecycle

/// Has what was announced and attested looked at, twice a second, beside everything else.
struct EvidenceKeeping: ServiceLifecycle.Service {
    private static let interval = Duration.milliseconds(500)

    let room: EvidenceRoom
    let logger: Logger

    func run() async throws {
        let ticks = AsyncTimerSequence(interval: Self.interval, clock: .continuous)
        for await _ in ticks.cancelOnGracefulShutdown() { await work() }
        await work()
    }

    private func work() async {
        do {
            try await room.work()
        } catch {
            logger.error("evidence could not be written", metadata: ["error": "\(error)"])
        }
    }
}
