import Domain

/// What happens to a ledger, in the order in which the server sees it.
package struct LedgerHistory: Sendable {
    package struct Client: Hashable, Sendable {
        /// Counted from 0, as torrents are. Two clients may be one user's, of one torrent.
        package let user: Int
        package let torrent: Int
    }

    package enum Event: Hashable, Sendable {
        case arrived(Arrival)
        /// An increment of a user's totals by staff.
        case adjusted(user: Int, up: Int64, down: Int64)
        /// The staff deletes a torrent: nobody's announces of it are taken any more.
        case deleted(torrent: Int)
        /// What waited for the disk is there.
        case flushed
        /// The server is killed: what was not flushed, and need not have been, is gone.
        case killed
    }

    package static let users = 3
    package static let torrents = 3

    package let clients: [Client]
    package let events: [Event]

    package init(using random: inout some RandomNumberGenerator) {
        var clients: [Client] = []
        var moments: [(at: Int64, event: Event)] = []
        var end: Int64 = 1
        for number in 0..<Int.random(in: 2...6, using: &random) {
            clients.append(
                Client(
                    user: .random(in: 0..<Self.users, using: &random),
                    torrent: .random(in: 0..<Self.torrents, using: &random)))
            var life = ClientLife(client: number)
            for arrival in life.arrivals(using: &random) {
                moments.append((arrival.at.seconds, .arrived(arrival)))
                end = max(end, arrival.at.seconds)
            }
        }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let (up, down) = (
                Int64.random(in: -1 << 24...1 << 30, using: &random),
                Int64.random(in: -1 << 24...1 << 24, using: &random)
            )
            let user = Int.random(in: 0..<Self.users, using: &random)
            moments.append(
                (.random(in: 0...end, using: &random), .adjusted(user: user, up: up, down: down)))
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let torrent = Int.random(in: 0..<Self.torrents, using: &random)
            moments.append((.random(in: 0...end, using: &random), .deleted(torrent: torrent)))
        }
        for (event, most) in [(Event.flushed, 30), (.killed, 3)] {
            for _ in 0..<Int.random(in: 0...most, using: &random) {
                moments.append((.random(in: 0...end, using: &random), event))
            }
        }
        self.clients = clients
        // Of one second, in an order that chance gives.
        events = moments.shuffled(using: &random).sorted { $0.at < $1.at }.map(\.event)
    }
}
