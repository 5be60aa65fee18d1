import Domain
import Service
import Tracker

/// The journal's entries as they lie on disk, and where in them each session's records are, in the
/// order of their rows. A record is read when its turn comes: a whole journal of them would take
/// several times its bytes.
struct KeptChanges: LedgerChanges {
    private struct Place {
        let user: Int64
        let torrent: Int64
        /// A word of the peer id: two sessions of one member in one torrent seldom share it.
        let peer: UInt64
        let entry: UInt32
        let start: UInt32

        static func isBefore(_ one: Place, _ other: Place) -> Bool {
            if one.user != other.user { return one.user < other.user }
            if one.torrent != other.torrent { return one.torrent < other.torrent }
            if one.peer != other.peer { return one.peer < other.peer }
            // As they came.
            if one.entry != other.entry { return one.entry < other.entry }
            return one.start < other.start
        }

        func isBeside(_ other: Place) -> Bool {
            user == other.user && torrent == other.torrent && peer == other.peer
        }
    }

    private let entries: [[UInt8]]
    private var places: [Place] = []
    private var counts: [(torrent: CatalogID, counts: SwarmCounts)]

    /// - Parameter entries: as `JournalWriter` wrote them, the oldest first.
    init(_ entries: [[UInt8]]) throws {
        self.entries = entries
        var shown: [CatalogID: SwarmCounts] = [:]
        for (number, bytes) in entries.enumerated() {
            var reader = JournalReader(bytes)
            let records = try reader.begin()
            for _ in 0..<records {
                let start = UInt32(clamping: reader.place)
                let key = try reader.skipRecord()
                places.append(
                    Place(
                        user: key.user.rawValue, torrent: key.torrent.rawValue,
                        peer: key.peerID.value.words.1, entry: UInt32(clamping: number),
                        start: start))
            }
            for (torrent, counts) in try reader.counts() { shown[torrent] = counts }
        }
        places.sort(by: Place.isBefore)
        counts = shown.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var count: Int { places.count + counts.count }

    func piece(from place: Int, atMost rows: Int) throws -> LedgerPiece {
        var piece = LedgerPiece(end: place)
        while piece.end < places.count, piece.records.count < rows {
            try addSession(to: &piece)
        }
        let first = piece.end - places.count
        guard first >= 0 else { return piece }
        let more = min(counts.count - first, rows - piece.records.count)
        guard more > 0 else { return piece }
        piece.counts = Array(counts[first..<first + more])
        piece.end += more
        return piece
    }

    /// Takes in everything of the session whose turn it is, joined where one record goes on where
    /// another ended.
    private func addSession(to piece: inout LedgerPiece) throws {
        let (first, session) = (piece.records.count, places[piece.end])
        while piece.end < places.count, places[piece.end].isBeside(session) {
            let next = places[piece.end]
            var reader = JournalReader(entries[Int(next.entry)], at: Int(next.start))
            let record = try reader.record()
            let same = piece.records[first...].lastIndex { $0.key == record.key }
            let isJoined = same.map { piece.records[$0].join(record) } ?? false
            if !isJoined { piece.records.append(record) }
            piece.end += 1
        }
    }
}
