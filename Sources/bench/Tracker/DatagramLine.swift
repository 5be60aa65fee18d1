import Foundation

/// A line to a tracker over UDP, with the connection id that it gave (BEP 15).
struct DatagramLine {
    struct Answer {
        let action: UInt32
        let transaction: UInt32
    }

    let connection: UInt64
    private let socket: Int32

    init?(port: UInt16) {
        let made = Foundation.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(
            made, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { return nil }
        socket = made
        var packet: [UInt8] = []
        packet.append(bigEndian: UInt64(0x417_2710_1980))
        packet.append(bigEndian: UInt32(0))
        packet.append(bigEndian: UInt32(77))
        Self.send(packet, over: made)
        guard let answer = Self.receive(over: made), answer.count == 16 else {
            close(made)
            return nil
        }
        connection = UInt64(Self.word(answer, 8)) << 32 | UInt64(Self.word(answer, 12))
    }

    func send(_ packet: [UInt8]) { Self.send(packet, over: socket) }

    func receive() -> Answer? {
        guard let answer = Self.receive(over: socket), answer.count >= 8 else { return nil }
        return Answer(action: Self.word(answer, 0), transaction: Self.word(answer, 4))
    }

    func end() { close(socket) }

    private static func send(_ packet: [UInt8], over socket: Int32) {
        _ = packet.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, 0) }
    }

    private static func receive(over socket: Int32) -> [UInt8]? {
        var count = 0
        let answer = [UInt8](unsafeUninitializedCapacity: 2048) { buffer, size in
            count = recv(socket, buffer.baseAddress, buffer.count, 0)
            size = max(0, count)
        }
        return count > 0 ? answer : nil
    }

    private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
        bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
