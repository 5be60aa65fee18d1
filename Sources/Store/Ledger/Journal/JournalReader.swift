import Domain
import Tracker

/// Reads what `JournalWriter` wrote. Bytes that it did not write are a fault, not a trap.
struct JournalReader {
    private let bytes: [UInt8]
    private var place = 0

    static func batch(_ bytes: [UInt8]) throws -> LedgerBatch {
        var reader = JournalReader(bytes: bytes)
        return try reader.batch()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func batch() throws -> LedgerBatch {
        guard try byte() == JournalWriter.version else { throw Self.fault }
        var batch = LedgerBatch()
        let records = try unsigned()
        batch.records.reserveCapacity(Int(min(records, UInt64(bytes.count / 32))))
        for _ in 0..<records { batch.records.append(try record()) }
        for _ in 0..<(try unsigned()) {
            let torrent = CatalogID(try signed())
            batch.counts[torrent] = SwarmCounts(
                seeders: Int(try signed()), leechers: Int(try signed()))
        }
        guard place == bytes.count else { throw Self.fault }
        return batch
    }

    private static var fault: any Error { SQLFault.unexpected("ledger_journal") }

    private mutating func record() throws -> LedgerRecord {
        let flags = JournalFlags(rawValue: try byte())
        let key = SessionKey(
            user: UserID(try signed()), torrent: CatalogID(try signed()),
            peerID: PeerID(
                Bytes20(try bigEndian(), try bigEndian(), try bigEndian())))
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
