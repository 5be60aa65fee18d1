import Foundation
import Synchronization
import TestMariaDB

/// As much of MySQL 8 as a sign-in with `caching_sha2_password` takes (“Connection Phase”): says
/// hello, checks the password, lets in, and refuses the first statement.
final class FakeMySQL8: Sendable {
    /// What it saw of one client.
    struct Visit: Sendable {
        var answer: [UInt8] = []
        var firstStatement = ""
    }

    let port: Int
    private let seen = Mutex(Visit())
    private static let plugin = "caching_sha2_password"
    /// 1 to 20: the challenge.
    private static let challenge = [UInt8](1...20)

    var visit: Visit { seen.withLock { $0 } }

    /// - Parameter expected: the right answer to the challenge.
    init(expecting expected: [UInt8]) throws {
        let (listener, port) = try Loopback.listen()
        self.port = port
        Thread.detachNewThread { [self] in
            let client = accept(listener, nil, nil)
            serve(client, expected)
            close(client)
            close(listener)
        }
    }

    private func serve(_ client: Int32, _ expected: [UInt8]) {
        Self.send(Self.hello, number: 0, to: client)
        guard let reply = Self.packet(from: client) else { return }
        // Capabilities, packet size, character set and 23 zeros come first, then the user's name.
        let name = reply.dropFirst(32).prefix { $0 != 0 }
        let rest = reply.dropFirst(32 + name.count + 1)
        let answer = Array(rest.dropFirst().prefix(Int(rest.first ?? 0)))
        seen.withLock { $0.answer = answer }
        guard answer == expected else {
            let refusal = [0xff, 0x15, 0x04] + Array("#28000Access denied".utf8)
            return Self.send(refusal, number: 2, to: client)
        }
        // Known from its last visit: no whole password is asked for.
        Self.send([1, 3], number: 2, to: client)
        Self.send([0, 0, 0, 2, 0, 0, 0], number: 3, to: client)
        guard let statement = Self.packet(from: client) else { return }
        seen.withLock { $0.firstStatement = String(decoding: statement.dropFirst(), as: UTF8.self) }
        Self.send([0xff, 0x28, 0x04] + Array("#42000enough".utf8), number: 1, to: client)
    }

    /// HandshakeV10.
    private static var hello: [UInt8] {
        // Everything an old server could do but TLS and compression, and plugins for signing in.
        let abilities: UInt32 = 0x000f_f7df & ~0x20 & ~0x800
        let bytes = withUnsafeBytes(of: abilities.littleEndian) { Array($0) }
        var hello: [UInt8] = [10] + Array("8.4.0".utf8) + [0] + [7, 0, 0, 0]
        hello += challenge.prefix(8) + [0] + bytes.prefix(2)
        hello += [45, 2, 0] + bytes.suffix(2) + [21] + [UInt8](repeating: 0, count: 10)
        return hello + challenge.suffix(12) + [0] + Array(plugin.utf8) + [0]
    }

    private static func send(_ bytes: [UInt8], number: UInt8, to client: Int32) {
        let head = [UInt8(bytes.count & 255), UInt8(bytes.count >> 8), 0, number]
        _ = Loopback.sendAll((head + bytes)[...], to: client)
    }

    private static func packet(from client: Int32) -> [UInt8]? {
        guard let head = read(4, from: client) else { return nil }
        return read(Int(head[0]) + Int(head[1]) << 8 + Int(head[2]) << 16, from: client)
    }

    private static func read(_ count: Int, from client: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var piece = [UInt8](repeating: 0, count: count - bytes.count)
            let got = recv(client, &piece, piece.count, 0)
            guard got > 0 else { return nil }
            bytes += piece.prefix(got)
        }
        return bytes
    }
}
