import Foundation

/// One keep-alive connection over HTTP/1.1, as lean as it gets: what is measured through it is the
/// server. It blocks, and stays on the thread that made it.
final class HTTPConnection {
    struct Answer {
        let status: Int
        let body: [UInt8]
        /// From the first byte sent to the last byte received.
        let milliseconds: Double
    }

    /// Longer is no answer.
    private static let patience = timeval(tv_sec: 120, tv_usec: 0)

    private let descriptor: Int32
    private let host: String
    private var buffer = [UInt8](repeating: 0, count: 1 << 20)

    /// - Parameter port: on the loopback.
    init(port: UInt16) throws {
        host = "127.0.0.1:\(port)"
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Self.broken() }
        var on: Int32 = 1
        var patience = Self.patience
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience,
            socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(
        _ method: String, _ path: String, token: String? = nil, body: Data? = nil
    ) throws -> Answer {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\n"
        if let token { head += "Authorization: Bearer \(token)\r\n" }
        if let body {
            head += "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n"
        }
        let request = Array((head + "\r\n").utf8) + (body.map { [UInt8]($0) } ?? [])
        let watch = Stopwatch()
        try write(request)
        let answer = try receiveHead()
        let end = answer.length + answer.bodyLength
        let received = try receive(until: end, have: answer.received)
        let milliseconds = watch.milliseconds
        guard received == end else {
            throw BenchError.connection("more came than the answer's length says")
        }
        return Answer(
            status: answer.status, body: Array(buffer[answer.length..<end]),
            milliseconds: milliseconds)
    }

    private func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Self.broken() }
            sent += count
        }
    }

    private func receiveHead() throws -> (
        status: Int, length: Int, bodyLength: Int, received: Int
    ) {
        var received = 0
        while true {
            received = try receive(until: received + 1, have: received)
            guard let end = Self.headEnd(buffer[..<received]) else { continue }
            let lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n")
            let status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }
                .flatMap { Int($0) }
            let length = lines.lazy.compactMap(Self.length).first
            guard let status, let length = status == 204 ? 0 : length, length >= 0 else {
                throw BenchError.connection("an answer has no length")
            }
            return (status, end, length, received)
        }
    }

    /// Reads on until so many bytes of the answer are in the buffer; answers how many are.
    private func receive(until count: Int, have: Int) throws -> Int {
        if count > buffer.count {
            buffer += [UInt8](repeating: 0, count: count)
        }
        var received = have
        while received < count {
            let more = buffer.withUnsafeMutableBytes {
                recv(
                    descriptor, $0.baseAddress?.advanced(by: received), $0.count - received, 0)
            }
            guard more > 0 else {
                throw more == 0 ? BenchError.connection("the server closed it") : Self.broken()
            }
            received += more
        }
        return received
    }

    /// Where the body begins.
    private static func headEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        let ending: [UInt8] = [13, 10, 13, 10]
        guard bytes.count >= 4 else { return nil }
        return (bytes.startIndex...bytes.endIndex - 4)
            .first { bytes[$0] == 13 && bytes[$0..<$0 + 4].elementsEqual(ending) }
            .map { $0 + 4 }
    }

    private static func length(_ line: Substring) -> Int? {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
        return Int(parts[1].trimmingCharacters(in: .whitespaces))
    }

    private static func broken() -> BenchError {
        .connection(String(cString: strerror(errno)).lowercased())
    }
}
