import Foundation
import TrackerPort

/// Says what it was asked. A target that begins with `/wait` is answered by the test, and so is a
/// packet that begins with `w`; one that begins with `n` is not answered.
final class TestDesk: TrackerDesk {
    private let waiting = Waiting()

    /// Behind a lock that the thread sanitizer knows: it does not see how `Mutex` waits, which is in
    /// a library that is not instrumented, and reports what that lock keeps apart.
    private final class Waiting: @unchecked Sendable {
        private let lock = NSLock()
        private var tickets: [PortTicket] = []

        func withLock<Result>(_ body: (inout [PortTicket]) -> Result) -> Result {
            lock.withLock { body(&tickets) }
        }
    }

    func answer(
        _ request: PortRequest, target: Span<UInt8>, fields: Span<UInt8>, into reply: inout [UInt8]
    ) -> PortAnswer {
        let text = Self.text(target)
        reply += Array("\(request.isGet ? "get" : "other") \(text) \(request.address);".utf8)
        guard text.hasPrefix("/wait") else { return .written }
        waiting.withLock { $0.append(request.ticket) }
        return .later
    }

    func answer(
        _ request: PortRequest, packet: Span<UInt8>, into reply: inout [UInt8]
    ) -> PortAnswer {
        let text = Self.text(packet)
        reply += Array("packet \(text) \(request.address)".utf8)
        if text.hasPrefix("n") { return .nothing }
        guard text.hasPrefix("w") else { return .written }
        waiting.withLock { $0.append(request.ticket) }
        return .later
    }

    func refuse(_ fault: PortFault, into reply: inout [UInt8]) {
        reply += Array("fault \(fault)".utf8)
    }

    /// How many have waited so far.
    var known: Int { waiting.withLock { $0.count } }

    /// Those who wait, once there are so many.
    func tickets(_ count: Int) async throws -> [PortTicket] {
        try await patiently {
            waiting.withLock { $0.count >= count ? $0 : nil }
        }
    }

    private static func text(_ bytes: Span<UInt8>) -> String {
        String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
}
