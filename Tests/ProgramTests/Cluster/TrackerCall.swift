import Dispatch
import Domain
import Foundation

/// One announce as a client sends it: a GET over a connection of its own.
struct TrackerCall: Sendable {
    enum Answer: Equatable, Sendable {
        case granted
        /// Not now: it shall be sent again.
        case later
        case refused(String)
        /// The connection was refused or broke off.
        case none
    }

    let passkey: String
    let infoHash: InfoHash
    let peerID: [UInt8]
    let up: Int64
    let down: Int64
    let left: Int64
    var event: String?
    var port = 6881

    private static let queue = DispatchQueue(
        label: "enxame.test.announces", attributes: .concurrent)

    /// - Parameter tracker: `127.0.0.1:port`.
    func send(to tracker: String) async -> Answer {
        await withCheckedContinuation { done in
            Self.queue.async { done.resume(returning: answer(of: tracker)) }
        }
    }

    private func answer(of tracker: String) -> Answer {
        guard let port = tracker.split(separator: ":").last.flatMap({ UInt16($0) }),
            let reply = Self.exchange(Array(request(tracker).utf8), port),
            let end = reply.range(of: "\r\n\r\n")
        else { return .none }
        let (head, body) = (reply[..<end.lowerBound].lowercased(), reply[end.upperBound...])
        // A reply that was cut off answers nothing.
        guard head.contains("content-length: \(body.unicodeScalars.count)"), body.hasSuffix("e")
        else {
            return .none
        }
        guard body.contains("14:failure reason") else { return .granted }
        return body.contains("8:retry ini") ? .later : .refused(String(body))
    }

    private func request(_ tracker: String) -> String {
        let query = [
            "passkey=\(passkey)", "info_hash=\(Self.encoded(infoHash.bytes))",
            "peer_id=\(Self.encoded(peerID))", "port=\(port)", "uploaded=\(up)",
            "downloaded=\(down)",
            "left=\(left)", "compact=1", "numwant=5",
        ]
        let all = (query + (event.map { ["event=\($0)"] } ?? [])).joined(separator: "&")
        return "GET /announce?\(all) HTTP/1.1\r\nHost: \(tracker)\r\nConnection: close\r\n\r\n"
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "%0" : "%") + String($0, radix: 16) }.joined()
    }

    /// All that comes back, one character a byte; `nil` without a connection.
    private static func exchange(_ request: [UInt8], _ port: UInt16) -> String? {
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard made >= 0 else { return nil }
        defer { close(made) }
        // Longer than a cluster thinks about a dead node, so that every answer is heard.
        var patience = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected,
            Glibc.send(made, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
        else { return nil }
        var reply = ""
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = recv(made, &buffer, buffer.count, 0), count > 0 {
            for byte in buffer[..<count] { reply.unicodeScalars.append(UnicodeScalar(byte)) }
        }
        return reply
    }
}
