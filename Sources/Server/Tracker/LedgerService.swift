import Service
import ServiceLifecycle

/// Writes what the tracker booked, and what is left of it when the server goes down.
struct LedgerService: ServiceLifecycle.Service {
    let announcer: Announcer

    func run() async throws {
        await withGracefulShutdownHandler {
            await announcer.write()
        } onGracefulShutdown: {
            announcer.end()
        }
    }
}
