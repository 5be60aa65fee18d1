import Domain
import Foundation
import Testing

/// Asks a tracker over UDP (BEP 15). It waits in short steps, so that a deadline can be looked at.
final class DatagramClient: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        try #require(descriptor >= 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        place.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let descriptor = descriptor
        let status = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(status == 0)
    }

    deinit { close(descriptor) }

    /// The answer, for a minute at most.
    func ask(_ packet: [UInt8]) async throws -> [UInt8] {
        send(packet)
        var answer = [UInt8](repeating: 0, count: 4096)
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let count = recv(descriptor, &answer, answer.count, Int32(MSG_DONTWAIT))
            if count >= 0 { return Array(answer.prefix(count)) }
            try #require(ContinuousClock.now < deadline, "no answer")
            await Task.yield()
        }
    }

    func send(_ packet: [UInt8]) {
        _ = packet.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, 0) }
    }

    func connection() async throws -> UInt64 {
        let answer = try await ask(
            Self.number(UInt64(0x417_2710_1980)) + Self.number(UInt32(0)) + Self.number(UInt32(7)))
        try #require(answer.count == 16 && answer.prefix(8) == [0, 0, 0, 0, 0, 0, 0, 7])
        return answer[8...].reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func announce(
        _ connection: UInt64, _ passkey: Passkey, _ hash: InfoHash, peer: PeerID, up: UInt64 = 0,
        down: UInt64 = 0, left: UInt64 = 0, event: UInt32 = 2, port: Int = 6881
    ) -> [UInt8] {
        let target = Array("/announce?passkey=\(passkey.rawValue)".utf8)
        var packet = number(connection) + number(UInt32(1)) + number(UInt32(9))
        packet += hash.bytes + peer.bytes + number(down) + number(left) + number(up)
        packet += number(event) + number(UInt32(0)) + number(UInt32(3)) + number(UInt32.max)
        return packet + number(UInt16(port)) + [2, UInt8(target.count)] + target
    }

    static func number(_ value: some FixedWidthInteger) -> [UInt8] {
        stride(from: value.bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: value >> $0)
        }
    }
}
