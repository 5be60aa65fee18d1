import Foundation

/// A line to a tracker over UDP, with the connection id that it gave (BEP 15).
struct DatagramLine {
    private(set) var connection: UInt64 = 0
    private let socket: Int32
    private let incoming: DatagramMessages

    init?(port: UInt16, window: Int) {
        socket = Foundation.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        incoming = DatagramMessages(capacity: window, room: 2048)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var patience = timeval(tv_sec: 0, tv_usec: 100_000)
        setsockopt(
            socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0, greet() else {
            close(socket)
            return nil
        }
    }

    /// Asks for a connection id, again where the one before is too old.
    mutating func greet() -> Bool {
        let packet = RequestBytes(capacity: 16)
        packet.add(bigEndian: UInt64(0x417_2710_1980))
        packet.add(bigEndian: UInt32(0))
        packet.add(bigEndian: UInt32(77))
        for _ in 0..<20 {
            _ = Foundation.send(socket, packet.start, packet.count, 0)
            for answer in 0..<receive()
            where incoming.length(answer) == 16 && incoming.word(answer, 0) == 0 {
                connection =
                    UInt64(incoming.word(answer, 8)) << 32 | UInt64(incoming.word(answer, 12))
                return true
            }
        }
        return false
    }

    func send(_ messages: DatagramMessages) { messages.send(over: socket) }

    func receive() -> Int { incoming.receive(over: socket) }

    /// Action and transaction of an answer that was received last.
    func answer(_ index: Int) -> (action: UInt32, transaction: UInt32)? {
        guard incoming.length(index) >= 8 else { return nil }
        return (incoming.word(index, 0), incoming.word(index, 4))
    }

    func end() { close(socket) }
}
