internal import CLinux
import Domain
import Glibc
import TrackerWire

/// Connections that are held, each a little machine: see `Connection.State`.
///
/// What is answered in one go is written to `outbox` and sent from there; only what a client does
/// not read at once is kept with its connection. So a request that came whole over a connection
/// that stays open costs no allocation either.
extension PortLoop {
    private static let drainBytes = 256 << 10
    /// For a client to hang up after its last answer, in milliseconds.
    private static let drainTime: Int64 = 2000

    /// What comes after some answers.
    enum Next {
        /// To read on.
        case next
        /// To send first: there is more to answer than may be kept.
        case full
        /// To wait for the desk.
        case wait
        case end
        case fault(PortFault)
    }

    func resume(_ slot: Int, _ tenant: UInt32, _ events: UInt32) {
        guard connections.indices.contains(slot),
            connections[slot].tenant & 0x7FFF_FFFF == tenant
        else { return }
        switch connections[slot].state {
        case .free: break
        case .reading: receive(slot)
        case .writing: flush(slot)
        case .draining: drain(slot)
        case .waiting:
            // Only an end is watched for. Its request is booked all the same.
            let ended = UInt32(enxame_failed) | UInt32(enxame_hung_up)
            if events & ended != 0 { drop(slot) }
        }
    }

    func expire(_ slot: Int) {
        guard connections[slot].state == .reading, !connections[slot].input.isEmpty else {
            return drop(slot)
        }
        _ = deliver(slot, .fault(.tooSlow))
    }

    // MARK: reading

    private func receive(_ slot: Int) {
        // A byte more than a head may have is enough to say that it has too many.
        let room = limits.headBytes + 1 - connections[slot].input.count
        let count = recv(connections[slot].descriptor, chunk, min(Self.chunkBytes, room), 0)
        guard count > 0 else {
            if count == 0 || errno != EAGAIN && errno != EINTR { drop(slot) }
            return
        }
        if connections[slot].input.isEmpty {
            connections[slot].deadline = now + Int64(limits.head)
            take(slot, count)
        } else {
            keep(slot, from: 0, to: count)
            work(slot)
        }
    }

    /// Answers what is in `chunk`, of a connection of which nothing is kept.
    func take(_ slot: Int, _ count: Int) {
        let bytes = Span(_unsafeStart: UnsafePointer(chunk), count: count)
        let (used, next) = answerAll(slot, bytes, looked: 0)
        if used < count { keep(slot, from: used, to: count) }
        if deliver(slot, next) { work(slot) }
    }

    /// Grows by doubling, but never beyond what a head may have.
    private func keep(_ slot: Int, from start: Int, to end: Int) {
        let needed = connections[slot].input.count + end - start
        let room = connections[slot].input.capacity
        if room < needed {
            connections[slot].input.reserveCapacity(
                max(needed, min(2 * room, limits.headBytes + 1)))
        }
        connections[slot].input.append(
            contentsOf: UnsafeBufferPointer(start: chunk + start, count: end - start))
    }

    /// Answers what was kept, until there is no more, or something to wait for.
    private func work(_ slot: Int) {
        var next = Next.next
        repeat {
            // Taken out, so that the span is of bytes that nobody else changes meanwhile.
            var input: [UInt8] = []
            swap(&input, &connections[slot].input)
            let used: Int
            (used, next) = answerAll(slot, input.span, looked: connections[slot].looked)
            if used < input.count {
                input.removeFirst(used)
                connections[slot].input = input
                if used > 0 { connections[slot].deadline = now + Int64(limits.head) }
            }
        } while deliver(slot, next)
    }

    /// Answers every request that is all there, in order; how many bytes they were.
    private func answerAll(
        _ slot: Int, _ bytes: Span<UInt8>, looked: Int
    ) -> (used: Int, next: Next) {
        var (start, looked) = (0, looked)
        connections[slot].looked = 0
        while start < bytes.count {
            guard outbox.count < limits.outputBytes else { return (start, .full) }
            let rest = bytes.extracting(start..<bytes.count)
            switch RequestHead.find(in: rest, looked: looked) {
            case .more:
                guard rest.count <= limits.headBytes else { return (start, .fault(.tooLong)) }
                connections[slot].looked = rest.count
                return (start, .next)
            case .broken: return (start, .fault(.notHTTP))
            case .head(let head):
                guard head.length <= limits.headBytes else { return (start, .fault(.tooLong)) }
                looked = 0
                start += head.length
                let next = answer(slot, rest, head)
                guard case .next = next else { return (start, next) }
            }
        }
        return (start, .next)
    }

    private func answer(_ slot: Int, _ bytes: Span<UInt8>, _ head: RequestHead) -> Next {
        guard isInPace(connections[slot].address) else { return .fault(.tooOften) }
        let keepsOpen = head.keepsOpen && !isStopping
        let request = PortRequest(
            address: connections[slot].address, ticket: ticket(slot), isGet: head.isGet, now: now)
        beginReply()
        let answer = desk.answer(
            request, target: bytes.extracting(head.target), fields: bytes.extracting(head.fields),
            into: &reply)
        if answer == .later {
            wait(slot, keepsOpen: keepsOpen)
            return .wait
        }
        let begin = finishReply(keepsOpen: keepsOpen)
        outbox += reply[begin...]
        return keepsOpen ? .next : .end
    }

    // MARK: waiting

    /// What was written stands at the end of the output without its head, until `complete`; in front
    /// of it are the answers before it, which are not sent yet, for order's sake.
    func wait(_ slot: Int, keepsOpen: Bool) {
        connections[slot].state = .waiting
        connections[slot].keepsOpen = keepsOpen
        connections[slot].sent = outbox.count
        connections[slot].output = outbox + reply
        connections[slot].deadline = .max
        outbox.removeAll(keepingCapacity: true)
        watch(slot, 0)
    }

    func complete(_ slot: Int, _ body: [UInt8]?) {
        let (output, before) = (connections[slot].output, connections[slot].sent)
        connections[slot].output = []
        connections[slot].sent = 0
        connections[slot].state = .reading
        // What came behind it is next; another ticket will tell the two apart.
        connections[slot].request &+= 1
        connections[slot].deadline = now + Int64(limits.head)
        let keepsOpen = connections[slot].keepsOpen && !isStopping
        beginReply()
        if let body { reply += body } else { reply += output[(before + Self.headRoom)...] }
        let begin = finishReply(keepsOpen: keepsOpen)
        outbox += output[..<before]
        outbox += reply[begin...]
        if keepsOpen { work(slot) } else { _ = deliver(slot, .end) }
    }

    // MARK: sending

    /// Sends what was answered; whether there is more to answer at once.
    func deliver(_ slot: Int, _ next: Next) -> Bool {
        var isEnd = false
        switch next {
        case .wait: return false
        case .next, .full: break
        case .end: isEnd = true
        case .fault(let fault):
            isEnd = true
            beginReply()
            desk.refuse(fault, into: &reply)
            let begin = finishReply(keepsOpen: false)
            outbox += reply[begin...]
        }
        defer { outbox.removeAll(keepingCapacity: true) }
        let descriptor = connections[slot].descriptor
        guard let sent = outbox.withUnsafeBytes({ Self.push($0, to: descriptor) }) else {
            drop(slot)
            return false
        }
        if sent < outbox.count {
            connections[slot].output = Array(outbox[sent...])
            connections[slot].sent = 0
            connections[slot].state = .writing
            connections[slot].keepsOpen = !isEnd
            connections[slot].deadline = now + Int64(limits.head)
            watch(slot, UInt32(enxame_writable))
            return false
        }
        if isEnd {
            hangUp(slot)
            return false
        }
        if case .full = next { return true }
        readOn(slot)
        return false
    }

    /// How many bytes the kernel took; `nil` when nobody is there any more.
    private static func push(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int? {
        guard !bytes.isEmpty else { return 0 }
        let sent = send(descriptor, bytes.baseAddress, bytes.count, Int32(enxame_no_signal))
        return sent >= 0 ? sent : errno == EAGAIN || errno == EINTR ? 0 : nil
    }

    /// Sends what was kept.
    private func flush(_ slot: Int) {
        let (descriptor, start) = (connections[slot].descriptor, connections[slot].sent)
        let sent = connections[slot].output.withUnsafeBytes {
            Self.push(UnsafeRawBufferPointer(rebasing: $0[start...]), to: descriptor)
        }
        guard let sent else { return drop(slot) }
        connections[slot].sent += sent
        guard connections[slot].sent == connections[slot].output.count else { return }
        connections[slot].output = []
        connections[slot].sent = 0
        guard connections[slot].keepsOpen else { return hangUp(slot) }
        connections[slot].state = .reading
        // Requests may have been left for when there would be room again.
        if connections[slot].input.isEmpty { readOn(slot) } else { work(slot) }
    }

    private func readOn(_ slot: Int) {
        if connections[slot].input.isEmpty {
            if isStopping { return drop(slot) }
            connections[slot].deadline = now + Int64(limits.idle)
        }
        watch(slot, UInt32(enxame_readable))
    }

    // MARK: the end

    private func hangUp(_ slot: Int) {
        shutdown(connections[slot].descriptor, Int32(SHUT_WR))
        connections[slot].state = .draining
        connections[slot].input = []
        connections[slot].sent = 0
        connections[slot].deadline = now + Self.drainTime
        watch(slot, UInt32(enxame_readable))
        drain(slot)
    }

    private func drain(_ slot: Int) {
        while true {
            let count = recv(connections[slot].descriptor, chunk, Self.chunkBytes, 0)
            guard count > 0 else {
                if count == 0 || errno != EAGAIN && errno != EINTR { drop(slot) }
                return
            }
            connections[slot].sent += count
            guard connections[slot].sent < Self.drainBytes else { return drop(slot) }
        }
    }

    private func watch(_ slot: Int, _ events: UInt32) {
        guard connections[slot].watched != events else { return }
        connections[slot].watched = events
        let tenant = connections[slot].tenant
        var event = enxame_event(
            events: events, data: Place.connection(slot, tenant: tenant).number)
        _ = enxame_epoll_control(
            poll, Int32(enxame_change), connections[slot].descriptor, &event)
    }
}
