import Foundation
import Glibc
import Synchronization

/// An HTTP server as small as a test can have it: a port of the system's choice on loopback, a
/// thread a connection, one request a connection.
final class TinyServer: Sendable {
    typealias Handler = @Sendable (_ request: TinyRequest, _ number: Int) -> TinyReply

    private struct State {
        var requests: [TinyRequest] = []
        var connections: Set<Int32> = []
        var hungUp = 0
        var isStopped = false
    }

    struct Failed: Error { let call: String }

    let port: UInt16
    private let listener: Int32
    private let handler: Handler
    private let state = Mutex(State())

    /// Replies are numbered from 0, in the order of arrival.
    init(_ handler: @escaping Handler) throws {
        (listener, port) = try Self.listen()
        self.handler = handler
        Thread.detachNewThread { self.acceptAll() }
    }

    /// A port on which nobody listens.
    static func deadPort() throws -> UInt16 {
        let (listener, port) = try listen()
        close(listener)
        return port
    }

    var url: String { "http://127.0.0.1:\(port)" }
    var requests: [TinyRequest] { state.withLock { $0.requests } }
    /// How many open lines the other side has closed.
    var hungUp: Int { state.withLock { $0.hungUp } }

    func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
        }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private static func listen() throws -> (Int32, UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw Failed(call: "socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && Glibc.listen(listener, 64) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard bound else {
            close(listener)
            throw Failed(call: "bind")
        }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    private func acceptAll() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { break }
            let isWanted = state.withLock { state in
                if !state.isStopped { state.connections.insert(connection) }
                return !state.isStopped
            }
            guard isWanted else {
                close(connection)
                break
            }
            Thread.detachNewThread { self.serve(connection) }
        }
        close(listener)
    }

    private func serve(_ connection: Int32) {
        defer {
            state.withLock { _ = $0.connections.remove(connection) }
            close(connection)
        }
        guard let request = receive(connection) else { return }
        let number = state.withLock { state in
            state.requests.append(request)
            return state.requests.count - 1
        }
        let reply = handler(request, number)
        for piece in reply.bytes { sendAll(connection, piece) }
        guard reply.staysOpen else { return }
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) > 0 {}
        state.withLock { $0.hungUp += 1 }
    }

    private func receive(_ connection: Int32) -> TinyRequest? {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            received += buffer[..<count]
            if let request = TinyRequest(received) { return request }
        }
    }

    private func sendAll(_ connection: Int32, _ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return }
            rest = rest.dropFirst(sent)
        }
    }
}
