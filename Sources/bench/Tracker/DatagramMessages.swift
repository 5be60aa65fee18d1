import CLinux
import Foundation

/// Room for many packets, sent or received with one system call.
///
/// Message `i` has entry `i` of each array, allocated once and freed with them; one thread uses it.
final class DatagramMessages {
    let room: Int
    let capacity: Int
    private(set) var count = 0
    private let bytes: UnsafeMutablePointer<UInt8>
    private let vectors: UnsafeMutablePointer<iovec>
    private let messages: UnsafeMutablePointer<enxame_message>

    init(capacity: Int, room: Int) {
        self.capacity = capacity
        self.room = room
        bytes = .allocate(capacity: capacity * room)
        vectors = .allocate(capacity: capacity)
        messages = .allocate(capacity: capacity)
        for index in 0..<capacity {
            (vectors + index).initialize(
                to: iovec(iov_base: bytes + index * room, iov_len: room))
            var message = enxame_message()
            message.header.msg_iov = vectors + index
            message.header.msg_iovlen = 1
            (messages + index).initialize(to: message)
        }
    }

    deinit {
        bytes.deallocate()
        vectors.deallocate()
        messages.deallocate()
    }

    func add(_ packet: RequestBytes) {
        precondition(count < capacity && packet.count <= room)
        (bytes + count * room).update(from: packet.start, count: packet.count)
        vectors[count].iov_len = packet.count
        count += 1
    }

    /// Sends what was added; what the kernel does not take is lost, as packets are.
    func send(over socket: Int32) {
        var sent = 0
        while sent < count {
            let more = enxame_send_many(socket, messages + sent, UInt32(count - sent), 0)
            guard more > 0 else { break }
            sent += Int(more)
        }
        count = 0
    }

    /// Waits for one and takes what else is there; answers how many, 0 after the socket's patience.
    func receive(over socket: Int32) -> Int {
        let waitForOne: Int32 = 0x10000
        return max(
            0, Int(enxame_receive_many(socket, messages, UInt32(capacity), waitForOne, nil)))
    }

    func length(_ index: Int) -> Int { Int(messages[index].length) }

    /// Four bytes of message `index` from `place` on.
    func word(_ index: Int, _ place: Int) -> UInt32 {
        precondition(index < capacity && place + 4 <= room)
        let start = bytes + index * room + place
        return (0..<4).reduce(0) { $0 << 8 | UInt32(start[$1]) }
    }
}
