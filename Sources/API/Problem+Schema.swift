import Domain

extension Problem: Described {
    package static let schema = Schema.object(
        .field("type", .words, "A URI reference; `about:blank`"),
        .field("title", .words, "The status's own name"), .field("status", .integer(400...599)),
        .field("code", .text(1...100, pattern: "^[a-z]+(_[a-z]+)*$"), "Stable, for programs"),
        .field("detail", .words, "A sentence for people"),
        .optional("catalog_id", .id, "The entry that is in the way, where the caller may see it"))
    package static let example = Problem(
        status: 409, title: "Conflict", code: "already_published",
        detail: "This torrent was published here before.", catalogId: CatalogID(42))
}
