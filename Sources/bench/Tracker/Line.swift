import Foundation

/// A line to a tracker over HTTP: a connection for each request, or one for all.
struct Line {
    let port: UInt16
    let keepsOpen: Bool
    var request: [UInt8] = []
    private var answer = [UInt8](repeating: 0, count: 16_384)
    private var socket: Int32 = -1

    init(port: UInt16, keepsOpen: Bool) {
        self.port = port
        self.keepsOpen = keepsOpen
    }

    /// Whether the request was granted.
    mutating func exchange() -> Bool {
        if socket < 0 { socket = Self.connected(port) }
        let isGranted = socket >= 0 && exchange(socket)
        if !keepsOpen || !isGranted { end() }
        return isGranted
    }

    mutating func end() {
        if socket >= 0 { close(socket) }
        socket = -1
    }

    private static func connected(_ port: UInt16) -> Int32 {
        let made = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard made >= 0 else { return -1 }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(
            made, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else {
            close(made)
            return -1
        }
        return made
    }

    private mutating func exchange(_ socket: Int32) -> Bool {
        let sent = request.withUnsafeBytes {
            send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard sent == request.count else { return false }
        var received = 0
        while received < answer.count {
            let more = answer.withUnsafeMutableBytes {
                recv(socket, $0.baseAddress?.advanced(by: received), $0.count - received, 0)
            }
            guard more > 0 else { return more == 0 && received > 0 && isGrant(received) }
            received += more
            if keepsOpen, isWhole(received) { return isGrant(received) }
        }
        return false
    }

    /// The body begins behind the empty line; a grant's with `d8:`, a refusal's with `d14:`.
    private func isGrant(_ count: Int) -> Bool {
        guard let body = bodyStart(count), body + 3 <= count else { return false }
        return answer[body + 1] == UInt8(ascii: "8")
    }

    private func isWhole(_ count: Int) -> Bool {
        guard let body = bodyStart(count) else { return false }
        let head = String(decoding: answer[..<body], as: UTF8.self).lowercased()
        guard let field = head.range(of: "content-length:") else { return false }
        let digits = head[field.upperBound...].drop { $0 == " " }.prefix { $0.isNumber }
        return Int(digits).map { count >= body + $0 } ?? false
    }

    private func bodyStart(_ count: Int) -> Int? {
        var index = 3
        while index < count {
            if answer[index] == 10, answer[index - 1] == 13, answer[index - 2] == 10 {
                return index + 1
            }
            index += 1
        }
        return nil
    }
}
