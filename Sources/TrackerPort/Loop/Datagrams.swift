internal import CLinux
import Domain
import Glibc
import Synchronization
import TrackerWire

/// The UDP side: up to 64 packets in one system call, and their answers in another.
///
/// The arrays of messages, vectors, addresses and packet room are allocated once and belong to this
/// object; entry `i` of each belongs to message `i`, in which the kernel finds pointers to the other
/// three. Nothing is moved while the kernel may look.
final class Datagrams {
    private static let atOnce = 64
    /// Longer ones are none of BEP 15's.
    private static let packetBytes = 2048
    private static let outBytes = 4096

    private struct Waiting {
        var place: SocketPlace
        var reply: [UInt8]
    }

    private let descriptor: Int32
    private let limits: PortLimits
    private let sparing: (IPAddress) -> Bool
    private let counters: PortCounters
    private var pace: PaceTable
    private let messages = UnsafeMutablePointer<enxame_message>.allocate(capacity: atOnce)
    private let vectors = UnsafeMutablePointer<iovec>.allocate(capacity: atOnce)
    private let places = UnsafeMutablePointer<SocketPlace>.allocate(capacity: atOnce)
    private let packets = UnsafeMutablePointer<UInt8>.allocate(capacity: atOnce * packetBytes)
    private let outMessages = UnsafeMutablePointer<enxame_message>.allocate(capacity: atOnce)
    private let outVectors = UnsafeMutablePointer<iovec>.allocate(capacity: atOnce)
    private let outPackets = UnsafeMutablePointer<UInt8>.allocate(capacity: atOnce * outBytes)
    private var waiting: [UInt64: Waiting] = [:]
    private var nextTicket: UInt64 = 0
    private var isHearing = true
    private var reply: [UInt8] = []
    var now: Int64 = 0

    var isWaiting: Bool { !waiting.isEmpty }

    init(
        descriptor: Int32, limits: PortLimits, sparing: @escaping (IPAddress) -> Bool,
        counters: PortCounters
    ) {
        self.descriptor = descriptor
        self.limits = limits
        self.sparing = sparing
        self.counters = counters
        pace = PaceTable(limits.packets)
        places.initialize(repeating: SocketPlace(), count: Self.atOnce)
        messages.initialize(repeating: enxame_message(), count: Self.atOnce)
        outMessages.initialize(repeating: enxame_message(), count: Self.atOnce)
        vectors.initialize(repeating: iovec(), count: Self.atOnce)
        outVectors.initialize(repeating: iovec(), count: Self.atOnce)
        packets.initialize(repeating: 0, count: Self.atOnce * Self.packetBytes)
        outPackets.initialize(repeating: 0, count: Self.atOnce * Self.outBytes)
        for index in 0..<Self.atOnce {
            vectors[index].iov_base = UnsafeMutableRawPointer(packets + index * Self.packetBytes)
            vectors[index].iov_len = Self.packetBytes
            messages[index].header.msg_iov = vectors + index
            messages[index].header.msg_iovlen = 1
            messages[index].header.msg_name = UnsafeMutableRawPointer(places + index)
            outVectors[index].iov_base = UnsafeMutableRawPointer(outPackets + index * Self.outBytes)
            outMessages[index].header.msg_iov = outVectors + index
            outMessages[index].header.msg_iovlen = 1
        }
        reply.reserveCapacity(Self.outBytes)
    }

    deinit {
        messages.deallocate()
        vectors.deallocate()
        places.deallocate()
        packets.deallocate()
        outMessages.deallocate()
        outVectors.deallocate()
        outPackets.deallocate()
        close(descriptor)
    }

    func serve(_ desk: any TrackerDesk) {
        guard isHearing else { return }
        for index in 0..<Self.atOnce { messages[index].header.msg_namelen = SocketPlace.room }
        let count = enxame_receive_many(
            descriptor, messages, UInt32(Self.atOnce), Int32(enxame_dont_wait), nil)
        guard count > 0 else { return }
        var answers = 0
        for index in 0..<Int(count) where answer(index, desk, answers) { answers += 1 }
        send(answers)
    }

    /// Whether there is an answer, in place `out`.
    private func answer(_ index: Int, _ desk: any TrackerDesk, _ out: Int) -> Bool {
        let header = messages[index].header
        let isCut = header.msg_flags & Int32(enxame_truncated) != 0
        guard !isCut, let address = places[index].ip else { return false }
        guard isInPace(address) else { return false }
        let length = min(Int(messages[index].length), Self.packetBytes)
        let packet = Span(
            _unsafeStart: UnsafePointer(packets + index * Self.packetBytes), count: length)
        let number = Self.udpBit | nextTicket
        reply.removeAll(keepingCapacity: true)
        let answered = desk.answer(
            PortRequest(
                address: address, ticket: PortTicket(number: number), isGet: false, now: now),
            packet: packet, into: &reply)
        switch answered {
        case .nothing: return false
        case .later:
            nextTicket = (nextTicket &+ 1) & ~Self.udpBit
            guard waiting.count < limits.waitingDatagrams else {
                counters.packetsCrowdedOut.add(1, ordering: .relaxed)
                return false
            }
            waiting[number] = Waiting(place: sender(index), reply: reply)
            return false
        case .written:
            guard (1...Self.outBytes).contains(reply.count) else { return false }
            reply.withUnsafeBufferPointer { bytes in
                if let start = bytes.baseAddress {
                    (outPackets + out * Self.outBytes).update(from: start, count: bytes.count)
                }
            }
            outVectors[out].iov_len = reply.count
            outMessages[out].header.msg_name = UnsafeMutableRawPointer(places + index)
            outMessages[out].header.msg_namelen = header.msg_namelen
            return true
        }
    }

    private func isInPace(_ address: IPAddress) -> Bool {
        if pace.admit(address.network, at: now) || sparing(address) { return true }
        counters.packetsTooOften.add(1, ordering: .relaxed)
        return false
    }

    /// A socket whose buffer is full drops the rest, as UDP may; clients ask again.
    private func send(_ count: Int) {
        var sent = 0
        while sent < count {
            let more = enxame_send_many(
                descriptor, outMessages + sent, UInt32(count - sent),
                Int32(enxame_dont_wait))
            guard more > 0 else {
                // The first of the rest is at fault: an address that cannot be reached, say.
                guard more < 0, errno != EAGAIN else { return }
                sent += 1
                continue
            }
            sent += Int(more)
        }
    }

    func complete(_ completion: PortCompletion) {
        guard let waited = waiting.removeValue(forKey: completion.ticket.number) else { return }
        let reply = completion.reply ?? waited.reply
        guard !reply.isEmpty else { return }
        _ = waited.place.with { address, length in
            reply.withUnsafeBytes {
                sendto(
                    descriptor, $0.baseAddress, $0.count, Int32(enxame_dont_wait), address,
                    length)
            }
        }
    }

    func stopsHearing(_ poll: Int32) {
        isHearing = false
        _ = enxame_epoll_control(poll, Int32(enxame_remove), descriptor, nil)
    }

    private func sender(_ index: Int) -> SocketPlace {
        var place = places[index]
        place.length = messages[index].header.msg_namelen
        return place
    }

    private static let udpBit = PortLoop.Place.udpBit
}
