import Foundation
import NIOCore
import ServiceLifecycle
import TrackerPort

/// The tracker's listener as a service: HTTP and UDP on one port.
struct TrackerService: ServiceLifecycle.Service {
    let front: TrackerFront
    let address: ListenSettings.Address
    let limits: ConnectionLimits
    let onReady: @Sendable (Int) -> Void

    func run() async throws {
        let port = try open()
        front.open(port)
        defer { front.open(nil) }
        onReady(port.port)
        await withGracefulShutdownHandler {
            await port.run()
        } onGracefulShutdown: {
            port.stop()
        }
    }

    private func open() throws -> TrackerPort {
        do {
            return try TrackerPort(
                host: address.host, port: address.port, limits: PortLimits(limits),
                sparing: front.isSpared, desk: front)
        } catch .noSuchHost {
            throw ServerError.cannotListen(address, "there is no such host")
        } catch .system(let number) {
            throw ServerError.cannotListen(
                address, String(cString: strerror(number)).lowercased())
        }
    }
}

extension PortLimits {
    init(_ limits: ConnectionLimits) {
        self.init()
        head = Int(limits.head.nanoseconds / 1_000_000)
        idle = min(idle, Int(limits.idle.nanoseconds / 1_000_000))
        // With those whose answer waits it is as many as the system allows.
        connections = limits.connections * 4 / 5
        spare = limits.connections - connections
        perAddress = limits.perAddress
    }
}
