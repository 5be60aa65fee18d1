import Foundation

/// Sockets on 127.0.0.1.
package enum Loopback {
    /// A port that nobody has, and that nobody gets by chance before a server takes it: the system
    /// hands out others, from 32768 up.
    static func freePort() throws -> Int {
        for _ in 0..<100 {
            guard let (socket, port) = try? bound(to: .random(in: 10_000..<32_768)) else {
                continue
            }
            close(socket)
            return port
        }
        throw TestMariaDBError("no free port on the loopback")
    }

    /// Runs `body` with a port where everybody is refused, and that nobody else gets meanwhile.
    package static func withClosedPort<T>(_ body: (Int) async throws -> T) async throws -> T {
        let (socket, port) = try bound()
        defer { close(socket) }
        return try await body(port)
    }

    package static func listen() throws -> (socket: Int32, port: Int) {
        let (socket, port) = try bound()
        guard Glibc.listen(socket, 64) == 0 else {
            close(socket)
            throw TestMariaDBError("no free port on the loopback")
        }
        return (socket, port)
    }

    private static func bound(to port: UInt16 = 0) throws -> (socket: Int32, port: Int) {
        let made = newSocket()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        var address = address(port)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(made, $0, length) == 0 && getsockname(made, $0, &length) == 0
            }
        }
        guard isBound else {
            close(made)
            throw TestMariaDBError("no free port on the loopback")
        }
        return (made, Int(UInt16(bigEndian: address.sin_port)))
    }

    static func connect(to port: UInt16) -> Int32? {
        let made = newSocket()
        var address = address(port)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        if isConnected { return made }
        close(made)
        return nil
    }

    /// Copies what comes until one end closes or `passes` says no, and then ends both. `nil` keeps
    /// this piece back and goes on.
    static func pump(
        from source: Int32, to sink: Int32, passes: (ArraySlice<UInt8>) -> Bool?
    ) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = recv(source, &buffer, buffer.count, 0), count > 0 {
            guard let goes = passes(buffer[..<count]) else { continue }
            guard goes, sendAll(buffer[..<count], to: sink) else { break }
        }
        shutdown(source, Int32(SHUT_RDWR))
        shutdown(sink, Int32(SHUT_RDWR))
    }

    package static func sendAll(_ bytes: ArraySlice<UInt8>, to socket: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func newSocket() -> Int32 {
        socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
