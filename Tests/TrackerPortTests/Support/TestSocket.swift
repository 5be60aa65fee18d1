import Foundation
import Testing

/// A client's socket on loopback. It waits in short steps, so that a deadline can be looked at.
final class TestSocket: Sendable {
    enum Kind { case tcp, udp }

    private let descriptor: Int32

    init(_ kind: Kind = .tcp, port: Int, isV6: Bool = false) throws {
        let type = kind == .tcp ? SOCK_STREAM : SOCK_DGRAM
        descriptor = socket(isV6 ? AF_INET6 : AF_INET, Int32(type.rawValue), 0)
        try #require(descriptor >= 0)
        let number = in_port_t(port).bigEndian
        let status: Int32
        if isV6 {
            var place = sockaddr_in6()
            place.sin6_family = sa_family_t(AF_INET6)
            place.sin6_port = number
            place.sin6_addr = in6addr_loopback
            status = Self.connect(descriptor, &place)
        } else {
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = number
            place.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
            status = Self.connect(descriptor, &place)
        }
        guard status == 0 else { throw Refused(reason: errno) }
    }

    struct Refused: Error { let reason: Int32 }

    deinit { close(descriptor) }

    private static func connect<T>(_ descriptor: Int32, _ place: inout T) -> Int32 {
        withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<T>.size))
            }
        }
    }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes {
            Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
    }

    func get(_ target: String, _ fields: String = "") {
        send("GET \(target) HTTP/1.1\r\nHost: t\r\n\(fields)\r\n")
    }

    /// What came so far, until it is enough or the other side hung up.
    func read(until isEnough: (String) -> Bool = { _ in false }) async throws -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        return try await patiently {
            let text = String(decoding: bytes, as: UTF8.self)
            if isEnough(text) { return text }
            let count = recv(descriptor, &chunk, chunk.count, Int32(MSG_DONTWAIT))
            if count > 0 { bytes += chunk.prefix(count) }
            let isOver = count == 0 || count < 0 && errno != EAGAIN && errno != EINTR
            return isOver ? text : nil
        }
    }

    func read(_ text: String) async throws -> String {
        try await read { $0.contains(text) }
    }

    /// The next packet.
    func packet() async throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        return try await patiently {
            let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            return count >= 0 ? Array(bytes.prefix(count)) : nil
        }
    }
}
