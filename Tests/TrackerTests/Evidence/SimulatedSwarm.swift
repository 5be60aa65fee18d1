import Domain
import Tracker

/// A swarm in which clients give and take, announce and report over roads that lose some of it,
/// crash, pause and come back; and the watch that is told what arrives.
///
/// A tick is a tenth of an interval. Whoever gives counts what it sent, and a part of that is never
/// received: 2 to 9 in a hundred, 20 for the last twentieth of a download.
struct SimulatedSwarm {
    static let interval = 1800
    static let ticksPerInterval = 10
    static let block: Int64 = 16_384

    struct Plan {
        var clients = 8
        var intervals = 24
        var size: Int64 = 40 << 30
        /// In hundredths, of clients that attest.
        var attesting = 100
        var lostAnnounces = 5
        var crashes = 2
        /// In hundredths, who come in a tick.
        var newcomers = 3
    }

    let plan: Plan
    var clients: [SimulatedClient] = []
    private(set) var watch: SwarmWatch
    /// By place in the swarm.
    private(set) var evidence: [Int: [Evidence]] = [:]
    /// After how many of its announces the evidence was worth a look.
    private(set) var foundAfter: [Int: Int] = [:]
    private(set) var bytesMoved: Int64 = 0

    private var places: [SwarmMember.Identity: Int] = [:]
    private var tick = 0
    private var chance: SeededGenerator

    init(_ plan: Plan, seed: UInt64) {
        self.plan = plan
        chance = SeededGenerator(seed: seed)
        watch = SwarmWatch(
            torrent: CatalogID(1), size: bytes(plan.size), interval: Self.interval)
        for number in 0..<plan.clients {
            join(
                left: number == 0 || percent(15) ? 0 : plan.size,
                stays: number == 0 ? plan.intervals : nil)
        }
    }

    mutating func join(
        left: Int64, cheat: SimulatedClient.Cheat? = nil, stays: Int? = nil, hides: Bool = false
    ) {
        let number = clients.count
        let identity = SwarmMember.Identity(
            user: UserID(Int64(number / 2 + number % 2 * 1000)), peerID: peerID(number))
        let intervals = stays ?? .random(in: 3...plan.intervals, using: &chance)
        clients.append(
            SimulatedClient(
                identity: identity, cheat: cheat, attests: percent(plan.attesting),
                hasTwoFamilies: percent(30), hides: hides,
                mostUp: .random(in: 50...2000, using: &chance) << 16,
                mostDown: .random(in: 200...4000, using: &chance) << 16,
                endsAt: tick + intervals * Self.ticksPerInterval, left: left, nextAnnounce: tick))
        places[identity] = number
    }

    mutating func run() {
        while tick < plan.intervals * Self.ticksPerInterval {
            // Newcomers keep the swarm wanting.
            if percent(plan.newcomers) { join(left: plan.size) }
            transfer()
            for number in clients.indices { live(number) }
            if tick % Self.ticksPerInterval == 0 {
                for piece in watch.balance(at: now) { keep(piece) }
            }
            tick += 1
        }
    }

    // MARK: bytes

    private mutating func transfer() {
        let wanting = clients.indices.filter { clients[$0].isOn && clients[$0].left > 0 }
        guard !wanting.isEmpty else { return }
        var room = Dictionary(uniqueKeysWithValues: wanting.map { ($0, clients[$0].mostDown) })
        for giver in clients.indices.shuffled(using: &chance) where gives(giver) {
            let receivers = wanting.filter { $0 != giver }.shuffled(using: &chance).prefix(4)
            for receiver in receivers {
                let most = min(
                    clients[giver].mostUp / Int64(receivers.count), room[receiver] ?? 0,
                    clients[receiver].left)
                let amount = most / 100 * .random(in: 20...100, using: &chance) / Self.block
                let bytes = amount == 0 ? min(most, Self.block) : amount * Self.block
                guard bytes > 0 else { continue }
                room[receiver, default: 0] -= bytes
                let isEnd = clients[receiver].left < plan.size / 20
                let lost = isEnd ? 20 : Int64.random(in: 2...9, using: &chance)
                let wasted = bytes / 100 * .random(in: 0...4, using: &chance)
                clients[giver].gave(bytes, sent: bytes + wasted + bytes / 100 * lost)
                clients[receiver].took(bytes, wasted: wasted, from: giver)
                if clients[receiver].left == 0 { clients[receiver].event = .completed }
                bytesMoved += bytes
            }
        }
    }

    /// Leechers give once they have something.
    private func gives(_ number: Int) -> Bool {
        let client = clients[number]
        if case .multiplies = client.cheat { return client.isOn }
        return client.isOn && client.cheat == nil && client.left < plan.size
    }

    // MARK: lives

    private var now: Timestamp {
        at(1_700_000_000 + Int64(tick * Self.interval / Self.ticksPerInterval))
    }

    private mutating func live(_ number: Int) {
        guard clients[number].isOn else {
            // Back after a pause, under the same id, counting from zero.
            if clients[number].isRested > 0 {
                clients[number].isRested -= 1
                if clients[number].isRested == 0 { resume(number) }
            }
            return
        }
        let isCheat = clients[number].cheat != nil
        if tick >= clients[number].endsAt { return leave(number) }
        guard clients[number].event != nil || tick >= clients[number].nextAnnounce else { return }
        if !isCheat, percent(plan.crashes) {
            clients[number].isOn = false
            // Some are started again, and have a new id then.
            if percent(50) { join(left: clients[number].left) }
            return
        }
        announce(number, clients[number].event)
        clients[number].event = nil
        clients[number].nextAnnounce =
            tick + Self.ticksPerInterval + .random(in: -1...1, using: &chance)
        if !isCheat, percent(3) {
            announce(number, .stopped)
            clients[number].isOn = false
            clients[number].isRested = .random(in: 1...20, using: &chance)
        }
    }

    private mutating func resume(_ number: Int) {
        clients[number].isOn = true
        (clients[number].up, clients[number].down) = (0, 0)
        clients[number].event = .started
    }

    private mutating func leave(_ number: Int) {
        clients[number].isOn = false
        if percent(80) { announce(number, .stopped) }
    }

    // MARK: words

    private mutating func announce(_ number: Int, _ event: AnnounceEvent?) {
        clients[number].invent(&chance)
        let client = clients[number]
        guard !percent(event == .started ? 0 : plan.lostAnnounces) else { return }
        // What it received is said with what it took.
        if client.attests || isLiar(client), !percent(2) { report(number) }
        clients[number].announces += 1
        if clients[number].announces == 10 { clients[number].inventedByTen = client.invented }
        for second in client.hasTwoFamilies ? [0, Int64.random(in: 0...20, using: &chance)] : [0] {
            let said = WatchedAnnounce(
                identity: client.identity, counters: counters(client.up, client.down),
                left: bytes(client.hides ? plan.size : client.left), event: event, key: nil,
                at: now.adding(seconds: second))
            for piece in watch.announced(said) { keep(piece) }
        }
    }

    private func isLiar(_ client: SimulatedClient) -> Bool {
        switch client.cheat {
        case .attests, .takesForFriend: true
        case .multiplies, .pretends, .isAttested, nil: false
        }
    }

    private mutating func report(_ number: Int) {
        clients[number].reports += 1
        let lines = clients[number].received.sorted { $0.key < $1.key }.map { giver, count in
            ReceiptReport.Line(giver: clients[giver].identity, bytes: bytes(count))
        }
        let report = ReceiptReport(
            receiver: clients[number].identity, number: clients[number].reports, lines: lines)
        clients[number].received = [:]
        watch.received(report)
        // The answer was lost, and the client says it again.
        if percent(5) { watch.received(report) }
    }

    private mutating func keep(_ piece: Evidence) {
        guard let number = places[piece.suspect] else { return }
        evidence[number, default: []].append(piece)
        if Evidence.combinedScore(of: evidence[number] ?? []) >= Evidence.reviewScore,
            foundAfter[number] == nil
        {
            foundAfter[number] = clients[number].announces
        }
    }

    private mutating func percent(_ chanceInHundred: Int) -> Bool {
        Int.random(in: 0..<100, using: &chance) < chanceInHundred
    }
}
