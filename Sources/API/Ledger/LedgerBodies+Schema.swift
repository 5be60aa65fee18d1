import Domain

extension StatsBody: Described {
    package static let schema = Schema.object(
        .field("bytes_up", .byteCount), .field("bytes_down", .byteCount),
        .nullable("ratio", .ratio, "Up over down; null where nothing was taken yet"),
        .field("required_ratio", .ratio),
        .field("grace_bytes", .byteCount, "Bytes down before the required ratio applies"),
        .field("seeding", .count), .field("leeching", .count),
        .optional("download_slots", .count, "Torrents they may download at once"))
    package static let example = StatsBody(
        bytesUp: ByteCount(clamping: 3_000_000), bytesDown: ByteCount(clamping: 2_000_000),
        requiredRatio: 0.6, graceBytes: ByteCount(clamping: 5_368_709_120), seeding: 4, leeching: 1,
        downloadSlots: 5)
}

extension TorrentShare: Described {
    package static let schema = Schema.object(
        .optional("catalog_id", .id, "Left out where the entry is gone, or hidden"),
        .optional("title", .title), .field("bytes_up", .byteCount),
        .field("bytes_down", .byteCount), .field("is_active", .boolean),
        .optional(
            "owed_until", .timestamp,
            "When enough is seeded, by whoever seeds from now on; left out where nothing is owed"),
        .optional("owed_bytes", .byteCount, "Bytes up that do as well"))
    package static let example = TorrentShare(
        catalogId: CatalogID(42), title: "Relatório de Segurança",
        bytesUp: ByteCount(clamping: 3_000_000), bytesDown: ByteCount(clamping: 2_000_000),
        isActive: true, owedUntil: Timestamp(seconds: 1_790_200_000),
        owedBytes: ByteCount(clamping: 1_000_000))
}

extension HistoryReply: Described {
    package static let schema = Schema.object(
        .field("bucket_seconds", .integer(1...86_400)),
        .field(
            "points", .list(of: .body(HistoryPoint.self)),
            "Oldest first; buckets in which nothing moved are left out"))
    package static let example = HistoryReply(bucketSeconds: 3600, points: [.example])
}

extension HistoryPoint: Described {
    package static let schema = Schema.object(
        .field("at", .timestamp), .field("bytes_up", moved), .field("bytes_down", moved))
    package static let example = HistoryPoint(
        at: Timestamp(seconds: 1_790_000_000), bytesUp: 3_000_000, bytesDown: -2_000_000)

    private static let moved = Schema.explained(
        .integer(Int64.min...Int64.max),
        "Bytes moved within the bucket; an adjustment may make it negative")
}

extension RatioAdjustment: Described {
    package static let schema = Schema.object(
        .field("bytes_up", .byteChange), .field("bytes_down", .byteChange),
        .field("reason", .reason))
    package static let example = RatioAdjustment(
        bytesUp: 1_000_000, bytesDown: 0, reason: "The tracker was down for an hour")
}

extension TransferReport: Described {
    package static let schema = Schema.object(
        .field("type", .choice(of: Kind.self)), .field("info_hash", .infoHash),
        .optional(
            "piece", .integer(Int64.min...Int64.max), "The index of the finished piece"),
        .optional("bytes", .byteCount, "Bytes of an upload tick"))
    package static let example = TransferReport(
        type: .pieceFinished, infoHash: InfoHash(Bytes20(repeating: 0xAB)), piece: 3,
        bytes: ByteCount(clamping: 16_384))
}

extension TransferReports: Described {
    package static let schema = Schema.object(
        .field("events", .list(of: .body(TransferReport.self), most: most)))
    package static let example = TransferReports(events: [.example])
}

extension HistoryQuery {
    package static var parameters: [QueryParameter] {
        [
            QueryParameter(
                "bucket", .choice(of: HistoryBucket.self), fallback: HistoryBucket.hour.rawValue,
                "How long a point is"),
            QueryParameter("count", .integer(1...1000), fallback: "168", "The last so many points"),
        ]
    }
}
