internal import CLinux
import Domain
import Glibc
import Synchronization
import TrackerWire

extension PortLoop {
    /// Takes those who wait. Their requests are there already (TCP_DEFER_ACCEPT), so most are
    /// answered and gone in four system calls, and are held by nothing.
    func accept() {
        for _ in 0..<Self.acceptsAtOnce {
            guard openCount < limits.mostConnections else { return hearNobody() }
            var place = SocketPlace()
            let descriptor = place.fill {
                enxame_accept(
                    sockets.tcp, $0, $1, Int32(enxame_nonblocking))
            }
            guard descriptor >= 0 else {
                switch errno {
                case ECONNABORTED, EINTR: continue
                case EMFILE, ENFILE, ENOBUFS, ENOMEM:
                    if makeRoom() { continue }
                    return hearNobody()
                default: return
                }
            }
            guard let address = place.ip else {
                close(descriptor)
                continue
            }
            greet(descriptor, address)
        }
    }

    private func greet(_ descriptor: Int32, _ address: IPAddress) {
        let count = recv(descriptor, chunk, min(Self.chunkBytes, limits.headBytes + 1), 0)
        guard count > 0 else {
            if count < 0, errno == EAGAIN {
                _ = hold(descriptor, address)
            } else {
                close(descriptor)
            }
            return
        }
        let bytes = Span(_unsafeStart: UnsafePointer(chunk), count: count)
        guard case .head(let head) = RequestHead.find(in: bytes), head.length == count,
            count <= limits.headBytes
        else {
            if let slot = hold(descriptor, address) { take(slot, count) }
            return
        }
        guard isInPace(address) else {
            beginReply()
            desk.refuse(.tooOften, into: &reply)
            return part(descriptor, address, from: finishReply(keepsOpen: false))
        }
        let request = PortRequest(
            address: address, ticket: ticket(nextSlot()), isGet: head.isGet, now: now)
        beginReply()
        let answer = desk.answer(
            request, target: bytes.extracting(head.target),
            fields: bytes.extracting(head.fields), into: &reply)
        if answer == .later {
            if let slot = hold(descriptor, address, always: true) {
                wait(slot, keepsOpen: head.keepsOpen)
            }
        } else if head.keepsOpen, mayHold(address) {
            let start = finishReply(keepsOpen: true)
            if let slot = hold(descriptor, address) {
                outbox += reply[start...]
                _ = deliver(slot, .next)
            }
        } else {
            part(descriptor, address, from: finishReply(keepsOpen: false))
        }
    }

    /// The answer and the end of the connection in one segment. All that was sent has been read, or
    /// the close would be a reset.
    private func part(_ descriptor: Int32, _ address: IPAddress, from start: Int) {
        let count = reply.count - start
        let sent = reply.withUnsafeBytes {
            send(
                descriptor, $0.baseAddress.map { $0 + start }, count,
                Int32(enxame_more) | Int32(enxame_no_signal))
        }
        if sent == count || sent < 0 && errno != EAGAIN {
            close(descriptor)
        } else if let slot = hold(descriptor, address) {
            outbox += reply[(start + max(0, sent))...]
            _ = deliver(slot, .end)
        }
    }

    // MARK: holding

    /// The place that `hold` will give out next.
    private func nextSlot() -> Int {
        if free.isEmpty {
            connections.append(Connection())
            free.append(connections.count - 1)
        }
        return free[free.count - 1]
    }

    private var openCount: Int { counters.open.load(ordering: .relaxed) }

    private func mayHold(_ address: IPAddress) -> Bool {
        !isStopping && openCount < limits.connections
            && ((openByAddress[address.network] ?? 0) < limits.perAddress || sparing(address))
    }

    /// `nil` when there are too many, and the connection is closed.
    ///
    /// - Parameter always: its request was taken, and is answered in any case.
    private func hold(_ descriptor: Int32, _ address: IPAddress, always: Bool = false) -> Int? {
        guard always || mayHold(address) else {
            counters.connectionsCrowdedOut.add(1, ordering: .relaxed)
            close(descriptor)
            return nil
        }
        let slot = nextSlot()
        var event = enxame_event(
            events: UInt32(enxame_readable),
            data: Place.connection(slot, tenant: connections[slot].tenant).number)
        guard enxame_epoll_control(poll, Int32(enxame_add), descriptor, &event) == 0 else {
            close(descriptor)
            return nil
        }
        free.removeLast()
        connections[slot].state = .reading
        connections[slot].descriptor = descriptor
        connections[slot].address = address
        connections[slot].deadline = now + Int64(limits.head)
        connections[slot].watched = event.events
        openByAddress[address.network, default: 0] += 1
        counters.open.add(1, ordering: .relaxed)
        return slot
    }

    func drop(_ slot: Int) {
        guard connections[slot].state != .free else { return }
        close(connections[slot].descriptor)
        let network = connections[slot].address.network
        let left = (openByAddress[network] ?? 1) - 1
        openByAddress[network] = left > 0 ? left : nil
        counters.open.subtract(1, ordering: .relaxed)
        var next = Connection()
        next.tenant = connections[slot].tenant &+ 1
        next.request = connections[slot].request &+ 1
        connections[slot] = next
        free.append(slot)
        if isFull { hearAgain() }
    }

    /// No descriptor is left: those who only wait for their next request give theirs. Whether there
    /// was one.
    private func makeRoom() -> Bool {
        let before = openCount
        for slot in connections.indices where connections[slot].isIdle { drop(slot) }
        return openCount < before
    }

    // MARK: the answer's bytes

    /// Leaves room in front for the head.
    func beginReply() {
        reply.removeAll(keepingCapacity: true)
        for _ in 0..<Self.headRoom { reply.append(0) }
    }

    /// Writes the head to the left of the body; answers where it begins.
    func finishReply(keepsOpen: Bool) -> Int {
        ReplyHead.write(
            in: &reply, endingAt: Self.headRoom, bodyBytes: reply.count - Self.headRoom,
            keepsOpen: keepsOpen)
    }
}
