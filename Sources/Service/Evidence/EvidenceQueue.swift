import Domain
import Synchronization

/// What waits to be looked at. Whoever puts something in never waits, and nothing they do fails.
///
/// It holds at most `most` (about 200 KB). What does not fit is not judged in part: the torrent is
/// named, and its watch begins anew.
final class EvidenceQueue: Sendable {
    enum Item: Sendable {
        case announce(SeenAnnounce)
        case receipt(SeenReceipt)

        var torrent: CatalogID {
            switch self {
            case .announce(let seen): seen.torrent
            case .receipt(let receipt): receipt.torrent
            }
        }
    }

    struct Batch: Sendable {
        var items: [Item] = []
        var missed: Set<CatalogID> = []
        /// More torrents were missed than it could name.
        var missedTooMany = false
    }

    private let most: Int
    private let batch = Mutex(Batch())

    init(most: Int = 1024) { self.most = most }

    func put(_ item: Item) {
        batch.withLock { batch in
            guard batch.items.count >= most else { return batch.items.append(item) }
            if batch.missed.count < most / 8 {
                batch.missed.insert(item.torrent)
            } else {
                batch.missedTooMany = true
            }
        }
    }

    func take() -> Batch {
        batch.withLock { batch in
            defer { batch = Batch() }
            return batch
        }
    }
}
