import Foundation

/// A port of the loopback that nobody has.
enum FreePort {
    static func next() throws -> Int {
        try held { $0 }
    }

    /// Runs `body` while somebody listens there.
    static func held<T>(_ body: (Int) async throws -> T) async throws -> T {
        let (socket, port) = try listen()
        defer { close(socket) }
        return try await body(port)
    }

    static func held<T>(_ body: (Int) throws -> T) throws -> T {
        let (socket, port) = try listen()
        defer { close(socket) }
        return try body(port)
    }

    /// Runs `body` while every connection to the port gets the same answer.
    static func answering<T>(_ reply: String, _ body: (Int) async throws -> T) async throws -> T {
        let (socket, port) = try listen()
        let queue = DispatchQueue(label: "answering")
        queue.async {
            while case let peer = accept(socket, nil, nil), peer >= 0 {
                var request = [UInt8](repeating: 0, count: 4096)
                recv(peer, &request, request.count, 0)
                send(peer, Array(reply.utf8), reply.utf8.count, Int32(MSG_NOSIGNAL))
                close(peer)
            }
        }
        defer {
            shutdown(socket, Int32(SHUT_RDWR))
            queue.sync { _ = close(socket) }
        }
        return try await body(port)
    }

    private static func listen() throws -> (socket: Int32, port: Int) {
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(made, $0, length) == 0 && Glibc.listen(made, 8) == 0
                    && getsockname(made, $0, &length) == 0
            }
        }
        guard isBound else { throw NoPort() }
        return (made, Int(UInt16(bigEndian: address.sin_port)))
    }

    private struct NoPort: Error {}
}
