@preconcurrency import Dispatch
import Foundation

/// SIGINT, SIGTERM and SIGHUP as a latch, so that whatever was started is stopped in order.
final class Interruption: Sendable {
    /// Signals are the whole process's, and sources that are let go of hear nothing.
    static let shared = Interruption()

    let latch = Latch()
    private let sources: [any DispatchSourceSignal]

    private init() {
        sources = [SIGINT, SIGTERM, SIGHUP].map { [latch] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { latch.raise() }
            source.resume()
            return source
        }
    }
}
