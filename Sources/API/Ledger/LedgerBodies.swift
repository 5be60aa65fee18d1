package import Domain

package struct StatsBody: Codable, Hashable, Sendable {
    package let bytesUp: ByteCount
    package let bytesDown: ByteCount
    /// `null` where nothing was taken yet.
    package let ratio: Double?
    package let requiredRatio: Double
    /// Bytes down before the required ratio applies.
    package let graceBytes: ByteCount
    package let seeding: Int
    package let leeching: Int
    /// Torrents they may download at once; absent where it is as many as they like.
    package let downloadSlots: Int?

    package init(
        bytesUp: ByteCount, bytesDown: ByteCount, requiredRatio: Double, graceBytes: ByteCount,
        seeding: Int, leeching: Int, downloadSlots: Int? = nil
    ) {
        self.bytesUp = bytesUp
        self.bytesDown = bytesDown
        ratio = Ratio(up: bytesUp, down: bytesDown).number
        self.requiredRatio = requiredRatio
        self.graceBytes = graceBytes
        self.seeding = seeding
        self.leeching = leeching
        self.downloadSlots = downloadSlots
    }
}

extension StatsBody {
    private enum CodingKeys: String, CodingKey {
        case bytesUp, bytesDown, ratio, requiredRatio, graceBytes, seeding, leeching, downloadSlots
    }

    /// Says `null` where there is no ratio yet, rather than leaving the key out.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(bytesUp, forKey: .bytesUp)
        try container.encode(bytesDown, forKey: .bytesDown)
        try container.encode(ratio, forKey: .ratio)
        try container.encode(requiredRatio, forKey: .requiredRatio)
        try container.encode(graceBytes, forKey: .graceBytes)
        try container.encode(seeding, forKey: .seeding)
        try container.encode(leeching, forKey: .leeching)
        try container.encodeIfPresent(downloadSlots, forKey: .downloadSlots)
    }
}

/// What one member moved of one torrent.
package struct TorrentShare: Codable, Hashable, Sendable {
    /// `nil` where the entry is gone, or hidden from the caller.
    package let catalogId: CatalogID?
    package let title: String?
    package let bytesUp: ByteCount
    package let bytesDown: ByteCount
    package let isActive: Bool
    /// When enough is seeded, by whoever seeds from now on; absent where nothing is owed.
    package let owedUntil: Timestamp?
    /// Bytes up that do as well; absent where nothing but time does.
    package let owedBytes: ByteCount?

    package init(
        catalogId: CatalogID?, title: String?, bytesUp: ByteCount, bytesDown: ByteCount,
        isActive: Bool, owedUntil: Timestamp? = nil, owedBytes: ByteCount? = nil
    ) {
        self.catalogId = catalogId
        self.title = title
        self.bytesUp = bytesUp
        self.bytesDown = bytesDown
        self.isActive = isActive
        self.owedUntil = owedUntil
        self.owedBytes = owedBytes
    }
}

package struct HistoryReply: Codable, Hashable, Sendable {
    package let bucketSeconds: Int64
    /// Oldest first; buckets in which nothing moved are left out.
    package let points: [HistoryPoint]

    package init(bucketSeconds: Int64, points: [HistoryPoint]) {
        self.bucketSeconds = bucketSeconds
        self.points = points
    }
}

package struct HistoryPoint: Codable, Hashable, Sendable {
    package let at: Timestamp
    /// Moved within the bucket. An adjustment may make one negative.
    package let bytesUp: Int64
    package let bytesDown: Int64

    package init(at: Timestamp, bytesUp: Int64, bytesDown: Int64) {
        self.at = at
        self.bytesUp = bytesUp
        self.bytesDown = bytesDown
    }
}

package enum HistoryBucket: String, CaseIterable, Codable, Sendable {
    case minute, hour, day

    package var seconds: Int64 {
        switch self {
        case .minute: 60
        case .hour: 3600
        case .day: 86_400
        }
    }
}

/// `?bucket=&count=`: the last `count` buckets.
package struct HistoryQuery: QueryParameters, Hashable {
    package var bucket: HistoryBucket
    package var count: Int

    package init(bucket: HistoryBucket = .hour, count: Int = 168) {
        self.bucket = bucket
        self.count = count
    }

    package init(reading value: (String) -> String?) throws {
        bucket = try QueryReading.choice("bucket", or: .hour, value)
        count = try QueryReading.integer("count", in: 1...1000, or: 168, value)
    }

    package var pairs: [(name: String, value: String)] {
        [("bucket", bucket.rawValue), ("count", String(count))]
    }
}

/// Increments, never absolute figures.
package struct RatioAdjustment: Codable, Hashable, Sendable {
    package let bytesUp: Int64
    package let bytesDown: Int64
    package let reason: String

    package init(bytesUp: Int64, bytesDown: Int64, reason: String) {
        self.bytesUp = bytesUp
        self.bytesDown = bytesDown
        self.reason = reason
    }
}

package struct TransferReport: Codable, Hashable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case pieceFinished = "piece_finished"
        case torrentFinished = "torrent_finished"
        case uploadTick = "upload_tick"
    }

    package let type: Kind
    package let infoHash: InfoHash
    /// The index of the finished piece.
    package let piece: Int?
    /// Bytes of an upload tick.
    package let bytes: ByteCount?

    package init(type: Kind, infoHash: InfoHash, piece: Int? = nil, bytes: ByteCount? = nil) {
        self.type = type
        self.infoHash = infoHash
        self.piece = piece
        self.bytes = bytes
    }
}

package struct TransferReports: Codable, Hashable, Sendable {
    package static let most = 500
    package let events: [TransferReport]

    package init(events: [TransferReport]) { self.events = events }
}
