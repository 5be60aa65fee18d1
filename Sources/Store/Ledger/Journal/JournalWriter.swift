import Domain
import Tracker

/// A batch as bytes: numbers as varints (LEB128, zigzag where they may be negative), a byte of flags
/// before what may be missing. `JournalReader` reads what this wrote, and nothing else does.
struct JournalWriter {
    static let version: UInt8 = 1

    private(set) var bytes: [UInt8] = [version]

    init(_ batch: LedgerBatch) {
        bytes.reserveCapacity(16 + batch.records.count * 96)
        add(UInt64(batch.records.count))
        for record in batch.records { add(record) }
        add(UInt64(batch.counts.count))
        for (torrent, counts) in batch.counts {
            add(torrent.rawValue)
            add(Int64(counts.seeders))
            add(Int64(counts.leechers))
        }
    }

    private mutating func add(_ record: LedgerRecord) {
        var flags = JournalFlags()
        if record.base != nil { flags.insert(.hasBase) }
        if record.left != nil { flags.insert(.hasLeft) }
        if record.isRunning { flags.insert(.isRunning) }
        if record.completes { flags.insert(.completes) }
        if record.event == .started { flags.insert(.begins) }
        if record.v4 != nil { flags.insert(.hasV4) }
        if record.v6 != nil { flags.insert(.hasV6) }
        bytes.append(flags.rawValue)
        add(record.key.user.rawValue)
        add(record.key.torrent.rawValue)
        let words = record.key.peerID.value.words
        add(bigEndian: words.0)
        add(bigEndian: words.1)
        add(bigEndian: words.2)
        if let base = record.base { add(base) }
        add(record.last)
        add(record.at.seconds)
        add(record.credit)
        add(record.moved)
        add(record.seededSeconds)
        if let left = record.left { add(left.bytes) }
        for place in [record.v4, record.v6] { if let place { add(place) } }
        add(record.terms)
    }

    private mutating func add(_ terms: TorrentTerms) {
        add(Int64(terms.interval))
        add(UInt64(terms.periods.count))
        for period in terms.periods {
            add(Int64(period.terms.uploadPercent))
            add(Int64(period.terms.downloadPercent))
            for moment in [period.from, period.until] {
                bytes.append(moment == nil ? 0 : 1)
                if let moment { add(moment.seconds) }
            }
        }
    }

    private mutating func add(_ place: LedgerRecord.Place) {
        switch place.endpoint.address {
        case .v4(let address): add(bigEndian: address)
        case .v6(let high, let low):
            add(bigEndian: high)
            add(bigEndian: low)
        }
        add(bigEndian: place.endpoint.port)
        add(place.at.seconds)
    }

    private mutating func add(_ counters: Counters) {
        add(counters.up.bytes)
        add(counters.down.bytes)
    }

    private mutating func add(_ number: Int64) {
        add(UInt64(bitPattern: number << 1 ^ number >> 63))
    }

    private mutating func add(_ number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func add(bigEndian number: some FixedWidthInteger) {
        var shift = number.bitWidth - 8
        while shift >= 0 {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
            shift -= 8
        }
    }
}

struct JournalFlags: OptionSet {
    let rawValue: UInt8
    static let hasBase = Self(rawValue: 1)
    static let hasLeft = Self(rawValue: 2)
    static let isRunning = Self(rawValue: 4)
    static let completes = Self(rawValue: 8)
    /// A run of the client begins with it.
    static let begins = Self(rawValue: 16)
    static let hasV4 = Self(rawValue: 32)
    static let hasV6 = Self(rawValue: 64)
}
