package import Domain

extension CatalogSummary: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("title", .title), .field("kind", .choice(of: FileKind.self)),
        .field("size", .byteCount), .field("file_count", .count),
        .field("tags", .list(of: .words)),
        .field("uploader", .words, "A name, or that the member is gone"),
        .field("min_role_weight", .weight, "Below this weight it does not exist"),
        .field("status", .choice(of: CatalogStatus.self)), .field("info_hash", .infoHash),
        .field("created_at", .timestamp), .field("seeders", .count), .field("leechers", .count),
        .field("completed", .count, "How often it was downloaded to the end"),
        .optional(
            "snippet", .list(of: .body(TextRun.self)),
            "Where a search hit the description, the hits marked"),
        .optional("similar", .list(of: .id), "Others with the same files that the caller may see"),
        .optional(
            "upload_percent", .percent,
            "What a byte up counts for; left out where a byte counts for a byte, now and later"),
        .optional("download_percent", .percent, "What a byte down counts for; 0 is freeleech"),
        .optional("terms_until", .timestamp, "When they will count for something else"))
    package static let example = CatalogSummary(
        id: CatalogID(42), title: "Relatório de Segurança", kind: .pdf,
        size: ByteCount(clamping: 1_234_567), fileCount: 1, tags: ["relatorio", "2026"],
        uploader: "ana", minRoleWeight: .guest, status: .approved,
        infoHash: InfoHash(Bytes20(repeating: 0xAB)),
        createdAt: Timestamp(seconds: 1_790_000_000), seeders: 12, leechers: 3, completed: 40,
        snippet: [.example], similar: [CatalogID(17)], uploadPercent: 100, downloadPercent: 0,
        termsUntil: Timestamp(seconds: 4_000_000_000))
}

extension TextRun: Described {
    package static let schema = Schema.object(
        .field("text", .words), .field("hit", .boolean, "Whether the search found it"))
    package static let example = TextRun("segurança", hit: true)
}

extension CatalogDetail: Described {
    package static let schema = Schema.object(
        .field("summary", .body(CatalogSummary.self)), .field("description", .words),
        .field("files", .list(of: .body(CatalogFile.self))), .field("uploader_role", .words),
        .optional("reason", .words, "Why it was rejected, or sent back for changes"))
    package static let example = CatalogDetail(
        summary: .example, description: "Tudo sobre a segurança da colmeia.", files: [.example],
        uploaderRole: "Member", reason: "The scan is unreadable")
}

extension CatalogFile: Described {
    package static let schema = Schema.object(
        .field("path", .words), .field("size", .byteCount))
    package static let example = CatalogFile(
        path: "relatorio.pdf", size: ByteCount(clamping: 1_234_567))
}

extension PublishRequest: Described {
    package static let schema = Schema.object(
        .field("title", .title),
        .field("description", .text(0...20_000), "At most 20,000 bytes"),
        .field("tags", .list(of: .text(1...30, pattern: "^[^,]*$"), most: 20)),
        .field("min_role_weight", .weight, "Below this weight it will not exist"),
        .field(
            "torrent", .text(1...15_000_000, pattern: "^[A-Za-z0-9+/]+={0,2}$", format: "byte"),
            "The .torrent file in base64"))
    package static let example = PublishRequest(
        title: "Relatório de Segurança", description: "Tudo sobre a segurança da colmeia.",
        tags: ["relatorio", "2026"], minRoleWeight: .guest,
        torrent: "ZDQ6aW5mb2Q2Omxlbmd0aGk0MDAwMGU0Om5hbWUxMzpyZWxhdG9yaW8ucGRmMTI6cGllY2UgbGVuZ3Ro"
            + "aTY1NTM2ZTY6cGllY2VzMjA6YWJjZGVmZ2hpamtsbW5vcHFyc3Q3OnByaXZhdGVpMWVlZQ==")
}

extension CatalogPatch: Described {
    package static let schema = Schema.object(
        .optional("title", .title), .optional("description", .text(0...20_000)),
        .optional("tags", .list(of: .text(1...30, pattern: "^[^,]*$"), most: 20)),
        .optional("min_role_weight", .weight))
    package static let example = CatalogPatch(
        title: "Relatório de Segurança 2026", description: "Tudo sobre a segurança da colmeia.",
        tags: ["relatorio"], minRoleWeight: .guest)
}

extension ReasonBody: Described {
    package static let schema = Schema.object(.field("reason", .reason))
    package static let example = ReasonBody(reason: "The scan is unreadable")
}

extension CatalogPage: Described {
    package static let schema = Schema.object(
        .field("items", .list(of: .body(CatalogSummary.self))),
        .nullable("next_cursor", .words, "Goes back as `cursor`; null on the last page"),
        .nullable("total", .count, "How many the caller may see, as far as they were counted"),
        .field("total_is_capped", .boolean, "Whether there are more than `total`"),
        .nullable("did_you_mean", .words, "The search as it was probably meant"))
    package static let example = CatalogPage(
        items: [.example], nextCursor: "1790000000.0_42", total: 1, totalIsCapped: false,
        didYouMean: "relatorio segurança")
}

extension CatalogFacets.Bucket: Described {
    package static let schema = Schema.object(
        .field("value", .words), .field("count", .count),
        .field("term", .words, "What narrows the search to it when added"))
    package static let example = CatalogFacets.Bucket(value: "pdf", count: 3, term: "type:pdf")
}

extension CatalogFacets: Described {
    package static let schema = Schema.object(
        .field("types", buckets, "The most frequent first"),
        .field("tags", buckets, "The most frequent first, at most twelve"),
        .field("sizes", buckets, "From small to huge"),
        .field("ages", buckets, "From the newest; each holds those before it"),
        .field("total", .count, "How many entries were counted"),
        .field("total_is_capped", .boolean, "Whether there are more, all older"))
    package static let example = CatalogFacets(
        types: [.example], tags: [Bucket(value: "2026", count: 3, term: "tag:2026")],
        sizes: [Bucket(value: "small", count: 3, term: "size<10M")],
        ages: [Bucket(value: "week", count: 3, term: "age<7d")], total: 3, totalIsCapped: false)

    private static var buckets: Schema { .list(of: .body(Bucket.self)) }
}

extension CatalogSuggestions.Title: Described {
    package static let schema = Schema.object(.field("id", .id), .field("title", .title))
    package static let example = CatalogSuggestions.Title(
        id: CatalogID(42), title: "Relatório de Segurança")
}

extension CatalogSuggestions: Described {
    package static let schema = Schema.object(
        .field("tags", .list(of: .words), "Tags that begin with the last word typed"),
        .field("titles", .list(of: .body(Title.self))))
    package static let example = CatalogSuggestions(tags: ["relatorio"], titles: [.example])
}

extension FacetsQuery {
    package static var parameters: [QueryParameter] { [.search, .status] }
}

extension SuggestionsQuery {
    package static var parameters: [QueryParameter] {
        [
            .search,
            QueryParameter(
                "limit", .integer(Int64(limits.lowerBound)...Int64(limits.upperBound)),
                fallback: "5", "Tags, and titles, at most"),
        ]
    }
}

extension CatalogQuery {
    package static var parameters: [QueryParameter] {
        [
            .search,
            QueryParameter(
                "sort", .choice(of: CatalogSort.self), fallback: CatalogSort.relevance.rawValue,
                "What comes first"),
            .status,
        ] + PageQuery.parameters
    }
}

extension QueryParameter {
    fileprivate static let status = QueryParameter(
        "status", .choice(of: CatalogStatus.self), fallback: CatalogStatus.approved.rawValue,
        "Whoever may not approve sees, of what is pending or rejected, only their own")
}
