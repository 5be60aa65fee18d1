import Domain
import Tracker

/// Reads what `JournalWriter` wrote. Bytes that it did not write are a fault, not a trap.
struct JournalReader {
    private let bytes: [UInt8]
    private(set) var place: Int

    init(_ bytes: [UInt8], at place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    /// How many records follow.
    mutating func begin() throws -> UInt64 {
        guard try byte() == JournalWriter.version else { throw Self.fault }
        return try unsigned()
    }

    /// What stands behind the last record, and nothing else does.
    mutating func counts() throws -> [(CatalogID, SwarmCounts)] {
        var counts: [(CatalogID, SwarmCounts)] = []
        for _ in 0..<(try unsigned()) {
            counts.append(
                (
                    CatalogID(try signed()),
                    SwarmCounts(seeders: Int(try signed()), leechers: Int(try signed()))
                ))
        }
        guard place == bytes.count else { throw Self.fault }
        return counts
    }

    private static var fault: any Error { SQLFault.unexpected("ledger_journal") }

    mutating func record() throws -> LedgerRecord {
        let flags = JournalFlags(rawValue: try byte())
        let key = try key()
        let base = flags.contains(.hasBase) ? try counters() : nil
        var record = LedgerRecord(
            key: key, base: base, last: try counters(), at: Timestamp(seconds: try signed()),
            isRunning: flags.contains(.isRunning))
        record.event = record.isRunning ? flags.contains(.begins) ? .started : nil : .stopped
        record.completes = flags.contains(.completes)
        record.credit = try counters()
        record.moved = try counters()
        record.seededSeconds = try signed()
        if flags.contains(.hasLeft) { record.left = ByteCount(clamping: try signed()) }
        if flags.contains(.hasV4) { record.v4 = try place(.v4(try bigEndian())) }
        if flags.contains(.hasV6) {
            record.v6 = try place(.v6(high: try bigEndian(), low: try bigEndian()))
        }
        record.terms = try terms()
        return record
    }

    /// Whose record it is.
    mutating func skipRecord() throws -> SessionKey {
        let flags = JournalFlags(rawValue: try byte())
        let key = try key()
        // Last claim, moment, credit, moved, seeded seconds.
        var numbers = 2 + 1 + 2 + 2 + 1
        if flags.contains(.hasBase) { numbers += 2 }
        if flags.contains(.hasLeft) { numbers += 1 }
        for _ in 0..<numbers { _ = try unsigned() }
        if flags.contains(.hasV4) { try skipPlace(4) }
        if flags.contains(.hasV6) { try skipPlace(16) }
        _ = try terms()
        return key
    }

    private mutating func skipPlace(_ address: Int) throws {
        place += address + 2
        _ = try unsigned()
    }

    private mutating func key() throws -> SessionKey {
        SessionKey(
            user: UserID(try signed()), torrent: CatalogID(try signed()),
            peerID: PeerID(
                Bytes20(try bigEndian(), try bigEndian(), try bigEndian())))
    }

    private mutating func terms() throws -> TorrentTerms {
        let interval = Int(try signed())
        var periods: [TermsPeriod] = []
        for _ in 0..<(try unsigned()) {
            periods.append(
                TermsPeriod(
                    terms: CreditTerms(
                        uploadPercent: Int(try signed()), downloadPercent: Int(try signed())),
                    from: try moment(), until: try moment()))
        }
        return TorrentTerms(periods: periods, interval: interval)
    }

    private mutating func moment() throws -> Timestamp? {
        try byte() == 0 ? nil : Timestamp(seconds: try signed())
    }

    private mutating func place(_ address: IPAddress) throws -> LedgerRecord.Place {
        LedgerRecord.Place(
            endpoint: PeerEndpoint(address: address, port: try bigEndian()),
            at: Timestamp(seconds: try signed()))
    }

    private mutating func counters() throws -> Counters {
        Counters(up: ByteCount(clamping: try signed()), down: ByteCount(clamping: try signed()))
    }

    private mutating func signed() throws -> Int64 {
        let number = try unsigned()
        return Int64(bitPattern: number >> 1) ^ -Int64(number & 1)
    }

    private mutating func unsigned() throws -> UInt64 {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while true {
            let byte = try byte()
            guard shift < 64 else { throw Self.fault }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    private mutating func bigEndian<Number: FixedWidthInteger>() throws -> Number {
        var number: Number = 0
        for _ in 0..<Number.bitWidth / 8 { number = number << 8 | Number(try byte()) }
        return number
    }

    private mutating func byte() throws -> UInt8 {
        guard place < bytes.count else { throw Self.fault }
        defer { place += 1 }
        return bytes[place]
    }
}
