package import Domain

/// The torrents, those that still come in first, each group in order of arrival; and their sums.
///
/// 1. `places` names the row of each, and every sum is that of all rows: all of it changes here,
///    with the rows.
/// 2. A change of figures costs what changed, not how many there are; only arrivals, departures and
///    completions go through all.
package struct TransferList: Equatable, Sendable {
    package private(set) var rows: [Transfer] = []
    private var places: [InfoHash: Int] = [:]
    private var sums = Sums()

    /// What a row adds to the sums. Added with overflow, and so taken away again exactly.
    private struct Sums: Equatable {
        var download: Int64 = 0
        var upload: Int64 = 0
        var downloading = 0
        var seeding = 0

        mutating func add(_ row: Transfer, _ sign: Int) {
            download &+= row.downloadRate.bytes &* Int64(sign)
            upload &+= row.uploadRate.bytes &* Int64(sign)
            guard row.state != .paused else { return }
            if row.isComplete { seeding += sign } else { downloading += sign }
        }
    }

    package init() {}

    package var downloadRate: ByteCount { ByteCount(clamping: sums.download) }
    package var uploadRate: ByteCount { ByteCount(clamping: sums.upload) }
    package var downloading: Int { sums.downloading }
    package var seeding: Int { sums.seeding }

    package func row(of hash: InfoHash) -> Int? { places[hash] }

    package subscript(hash: InfoHash) -> Transfer? { places[hash].map { rows[$0] } }

    /// Takes in how things stand with some.
    ///
    /// - Returns: those that were not here before, and those that are in another state now.
    package mutating func take(
        _ changed: [Transfer]
    ) -> (arrived: [InfoHash], turned: [InfoHash]) {
        var (arrived, turned): ([InfoHash], [InfoHash]) = ([], [])
        var isOrdered = true
        for transfer in changed {
            sums.add(transfer, 1)
            if let row = places[transfer.id] {
                sums.add(rows[row], -1)
                if rows[row].state != transfer.state { turned.append(transfer.id) }
                isOrdered = isOrdered && rows[row].isComplete == transfer.isComplete
                rows[row] = transfer
            } else {
                places[transfer.id] = rows.count
                rows.append(transfer)
                arrived.append(transfer.id)
                isOrdered = false
            }
        }
        if !isOrdered { order() }
        return (arrived, turned)
    }

    package mutating func remove(_ hash: InfoHash) {
        guard let row = places.removeValue(forKey: hash) else { return }
        sums.add(rows.remove(at: row), -1)
        for later in row..<rows.count { places[rows[later].id] = later }
    }

    private mutating func order() {
        rows = rows.filter { !$0.isComplete } + rows.filter(\.isComplete)
        for (row, transfer) in rows.enumerated() { places[transfer.id] = row }
    }
}
