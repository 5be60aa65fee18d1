import Dispatch
import Domain
import Glibc
import Synchronization

/// An HTTP tracker of a few lines on loopback, which remembers every announce.
final class TinyTracker: Sendable {
    struct Announce: Sendable {
        let infoHash: [UInt8]
        let peerID: [UInt8]
        let port: Int
        let event: String
        let uploaded: Int64
        let downloaded: Int64
        let left: Int64
    }

    let port: Int
    private let socket: Int32
    private let queue = DispatchQueue(label: "tiny tracker")
    private let log = Mutex<[Announce]>([])
    private let isSilent = Atomic(false)
    private let swarms = Mutex<[[UInt8]: [[UInt8]: Int]]>([:])

    var url: String { "http://127.0.0.1:\(port)/announce?passkey=0123456789abcdef" }
    var announces: [Announce] { log.withLock { $0 } }

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 64) == 0
                    && getsockname(socket, $0, &length) == 0
            }
        }
        guard bound else { throw CannotBind() }
        port = Int(UInt16(bigEndian: address.sin_port))
        queue.async { [weak self] in
            while true {
                let peer = accept(socket, nil, nil)
                guard peer >= 0, let self else { return }
                self.serve(peer)
            }
        }
    }

    struct CannotBind: Error {}

    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
        queue.sync { _ = close(socket) }
    }

    /// From now on connections are taken and left without an answer.
    func fallSilent() { isSilent.store(true, ordering: .relaxed) }

    private func serve(_ peer: Int32) {
        if isSilent.load(ordering: .relaxed) { return }
        defer { close(peer) }
        var request: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while !request.contains(UInt8(ascii: "\n")) {
            let count = recv(peer, &chunk, chunk.count, 0)
            guard count > 0 else { return }
            request += chunk[..<count]
        }
        let line = String(decoding: request.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
        guard let target = line.split(separator: " ").dropFirst().first,
            let query = target.split(separator: "?").dropFirst().first
        else { return }
        let body = answer(String(query))
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        let reply = Array(head.utf8) + body
        send(peer, reply, reply.count, Int32(MSG_NOSIGNAL))
    }

    private func answer(_ query: String) -> [UInt8] {
        var fields: [String: [UInt8]] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { fields[parts[0]] = decoded(parts[1]) }
        }
        func number(_ name: String) -> Int64 {
            fields[name].flatMap { Int64(String(decoding: $0, as: UTF8.self)) } ?? -1
        }
        let announce = Announce(
            infoHash: fields["info_hash"] ?? [], peerID: fields["peer_id"] ?? [],
            port: Int(number("port")),
            event: String(decoding: fields["event"] ?? [], as: UTF8.self),
            uploaded: number("uploaded"), downloaded: number("downloaded"), left: number("left"))
        log.withLock { $0.append(announce) }
        let others = swarms.withLock { swarms in
            let isGone = announce.event == "stopped"
            swarms[announce.infoHash, default: [:]][announce.peerID] = isGone ? nil : announce.port
            return swarms[announce.infoHash, default: [:]].filter { $0.key != announce.peerID }
        }
        var peers: [UInt8] = []
        for port in others.values { peers += [127, 0, 0, 1, UInt8(port >> 8), UInt8(port & 255)] }
        return Array("d8:intervali2e5:peers\(peers.count):".utf8) + peers + [UInt8(ascii: "e")]
    }

    private func decoded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
