internal import CLinux
import Domain
import Glibc
import Synchronization
import TrackerWire

/// The port's thread.
///
/// Unsafe memory here is `chunk`, `events` and the arrays of `Datagrams`: each is allocated once,
/// belongs to this object until it goes, and is reached by nobody else. A span of one is made for a
/// call and does not outlive it; lengths are what the kernel said, which never exceed the room it
/// was given.
final class PortLoop {
    static let acceptsAtOnce = 64
    private static let eventsAtOnce = 256
    static let chunkBytes = 64 << 10
    /// In front of a body, for the head of the answer, whose length is known only after it.
    static let headRoom = 96

    let sockets: ListeningSockets
    let poll: Int32
    let wake: Int32
    let limits: PortLimits
    let sparing: (IPAddress) -> Bool
    let desk: any TrackerDesk
    let counters: PortCounters
    let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: PortLoop.chunkBytes)
    private let events = UnsafeMutablePointer<enxame_event>.allocate(
        capacity: PortLoop.eventsAtOnce)
    let datagrams: Datagrams
    var connections: [Connection] = []
    var free: [Int] = []
    /// By network, so bounded by what is open.
    var openByAddress: [UInt64: Int] = [:]
    private var pace: PaceTable
    /// The answer that is written now, used again for each.
    var reply: [UInt8] = []
    /// What was answered to one connection and is to be sent; empty between two of them.
    var outbox: [UInt8] = []
    /// Milliseconds since some moment, read once a wake-up.
    var now: Int64 = 0
    private var sweptAt: Int64 = 0
    var isStopping = false
    private(set) var isFull = false
    private var stopsBy: Int64 = .max

    init(
        sockets: ListeningSockets, poll: Int32, wake: Int32, limits: PortLimits,
        sparing: @escaping (IPAddress) -> Bool, desk: any TrackerDesk, counters: PortCounters
    ) {
        self.sockets = sockets
        self.poll = poll
        self.wake = wake
        self.limits = limits
        self.sparing = sparing
        self.desk = desk
        self.counters = counters
        pace = PaceTable(limits.requests)
        datagrams = Datagrams(
            descriptor: sockets.udp, limits: limits, sparing: sparing, counters: counters)
        reply.reserveCapacity(Self.chunkBytes)
        outbox.reserveCapacity(Self.chunkBytes)
    }

    deinit {
        chunk.deallocate()
        events.deallocate()
    }

    /// - Parameter mail: what others left since it was last asked.
    func run(_ mail: () -> TrackerPort.Mail) {
        watch(sockets.tcp, .tcp)
        watch(sockets.udp, .udp)
        watch(wake, .wake)
        tick()
        while !isStopping || isBusy {
            let count = enxame_epoll_wait(poll, events, Int32(Self.eventsAtOnce), patience)
            tick()
            for index in 0..<max(0, Int(count)) {
                let event = events[index]
                switch Place(event.data) {
                case .tcp: if !isClosed { accept() }
                case .udp: datagrams.serve(desk)
                case .wake: read(mail())
                case .connection(let slot, let tenant): resume(slot, tenant, event.events)
                }
            }
            if now - sweptAt >= 250 { sweep() }
        }
        if !isClosed { closeListeners() }
        for slot in connections.indices { drop(slot) }
    }

    private var isBusy: Bool {
        guard now < stopsBy else { return false }
        return datagrams.isWaiting || counters.open.load(ordering: .relaxed) > 0
    }

    private var patience: Int32 {
        // Without anything open there is nothing to look after.
        counters.open.load(ordering: .relaxed) > 0 || isStopping || isFull ? 250 : -1
    }

    private func read(_ mail: TrackerPort.Mail) {
        var count: UInt64 = 0
        _ = Glibc.read(wake, &count, 8)
        for completion in mail.completions {
            switch Place(completion.ticket.number) {
            case .connection(let slot, _):
                guard connections.indices.contains(slot),
                    ticket(slot) == completion.ticket, connections[slot].state == .waiting
                else { continue }
                complete(slot, completion.reply)
            case .udp: datagrams.complete(completion)
            case .tcp, .wake: break
            }
        }
        if mail.isStopping, !isStopping { beginToStop() }
    }

    private func beginToStop() {
        // Those who have connected already are heard.
        accept()
        datagrams.serve(desk)
        isStopping = true
        stopsBy = now + Int64(limits.drain)
        closeListeners()
        for slot in connections.indices where connections[slot].isIdle { drop(slot) }
    }

    private var isClosed = false

    private func closeListeners() {
        isClosed = true
        close(sockets.tcp)
        // Answers that wait are still sent from it.
        datagrams.stopsHearing(poll)
    }

    private func tick() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        now = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
        datagrams.now = now
    }

    private func sweep() {
        sweptAt = now
        var held = 0
        for slot in connections.indices {
            if connections[slot].deadline <= now { expire(slot) }
            held += connections[slot].heldBytes
        }
        counters.held.store(held, ordering: .relaxed)
        if isFull { hearAgain() }
    }

    /// Whether one more request of an address may be looked at.
    func isInPace(_ address: IPAddress) -> Bool {
        if pace.admit(address.network, at: now) || sparing(address) { return true }
        counters.requestsTooOften.add(1, ordering: .relaxed)
        return false
    }

    // MARK: taking nobody for a while

    /// There is no descriptor, or no place, for anybody new: the kernel keeps them.
    func hearNobody() {
        isFull = true
        hear(0)
    }

    func hearAgain() {
        isFull = false
        hear(UInt32(enxame_readable))
    }

    private func hear(_ events: UInt32) {
        guard !isClosed else { return }
        var event = enxame_event(events: events, data: Place.tcp.number)
        _ = enxame_epoll_control(poll, Int32(enxame_change), sockets.tcp, &event)
    }
}

extension PortLoop {
    /// What an event is about, as epoll hands it back.
    enum Place {
        case tcp, udp, wake
        case connection(Int, tenant: UInt32)

        static let udpBit: UInt64 = 1 << 63

        init(_ number: UInt64) {
            let low = UInt32(truncatingIfNeeded: number)
            self =
                number & Self.udpBit != 0
                ? .udp
                : low == .max
                    ? .tcp
                    : low == .max - 1
                        ? .wake
                        : .connection(
                            Int(low), tenant: UInt32(truncatingIfNeeded: number >> 32))
        }

        var number: UInt64 {
            switch self {
            case .tcp: UInt64(UInt32.max)
            case .wake: UInt64(UInt32.max - 1)
            case .udp: Self.udpBit
            case .connection(let slot, let tenant):
                // The highest bit tells packets apart.
                UInt64(tenant & 0x7FFF_FFFF) << 32 | UInt64(slot)
            }
        }
    }

    private func watch(_ descriptor: Int32, _ place: Place) {
        var event = enxame_event(
            events: UInt32(enxame_readable), data: place.number)
        _ = enxame_epoll_control(poll, Int32(enxame_add), descriptor, &event)
    }

    /// Of the request that a place has now.
    func ticket(_ slot: Int) -> PortTicket {
        PortTicket(number: Place.connection(slot, tenant: connections[slot].request).number)
    }
}
