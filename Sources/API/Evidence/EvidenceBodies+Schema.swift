import Domain

extension EvidenceBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("kind", .choice(of: EvidenceKind.self)),
        .field("score", .integer(1...100), "How hard it is to explain otherwise; from 60 on look"),
        .field("user_id", .id), .field("username", .words), .field("catalog_id", .id),
        .optional("title", .words, "Left out where the entry is gone, or hidden from the caller"),
        .field("claimed", .byteCount, "What the client says it moved"),
        .field("explained", .byteCount, "How much of that others explain"),
        .field("since", .timestamp), .field("until", .timestamp),
        .field("times", .count, "How often it was found, worse each time"),
        .optional(
            "verdict", .choice(of: EvidenceVerdict.self), "Left out while nobody has judged it"))
    package static let example = EvidenceBody(
        id: 12, kind: .unreceived, score: 85, userId: UserID(7), username: "bia",
        catalogId: CatalogID(3), title: "Relatório", claimed: ByteCount(clamping: 9_000_000_000),
        explained: ByteCount(clamping: 3_000_000_000), since: Timestamp(seconds: 1_790_000_000),
        until: Timestamp(seconds: 1_790_007_200), times: 3, verdict: .confirmed)
}

extension EvidenceDetail: Described {
    package static let schema = Schema.object(
        .field("summary", .body(EvidenceBody.self)),
        .field("peer_id", .text(40...40), "What the client calls itself, hexadecimal"),
        .optional(
            "counterpart", .words, "Who else is in it, where the caller stands above them"),
        .field(
            "announces", .list(of: .body(EvidenceAnnounce.self), most: 16),
            "What was said, the last at the end"),
        .optional("review", .body(EvidenceReviewBody.self)))
    package static let example = EvidenceDetail(
        summary: .example, peerId: Hex.encode("-XX0100-abcdefghijkl".utf8), counterpart: "ana",
        announces: [.example], review: .example)
}

extension EvidenceAnnounce: Described {
    package static let schema = Schema.object(
        .field("at", .timestamp), .field("up", .byteCount), .field("down", .byteCount),
        .field("left", .byteCount), .optional("event", .words))
    package static let example = EvidenceAnnounce(
        at: Timestamp(seconds: 1_790_000_000), up: ByteCount(clamping: 9_000_000_000), down: .zero,
        left: .zero, event: "started")
}

extension EvidenceReviewBody: Described {
    package static let schema = Schema.object(
        .field("verdict", .choice(of: EvidenceVerdict.self)), .field("reviewer", .words),
        .field("reason", .words), .field("at", .timestamp))
    package static let example = EvidenceReviewBody(
        verdict: .confirmed, reviewer: "sara", reason: "Said so when asked",
        at: Timestamp(seconds: 1_790_010_000))
}

extension NewEvidenceReview: Described {
    package static let schema = Schema.object(
        .field("verdict", .choice(of: EvidenceVerdict.self)), .field("reason", .reason))
    package static let example = NewEvidenceReview(
        verdict: .dismissed, reason: "A friend's client crashed")
}
