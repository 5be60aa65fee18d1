/// What of the database is the site, and what only follows from it or belongs to the engine.
///
/// 1. Every column of every table is named here once, in one of the lists; a test compares them
///    with the schema.
/// 2. A table comes after those that it refers to.
/// 3. A change here is a change of the schema, and so of the number that a file of a site bears.
enum SiteContent {
    static let tables: [ContentTable] = [
        ContentTable(
            name: "role",
            columns: [
                .integer("id"), .text("name"), .integer("weight"),
                .integer("parent_id", late: true), .text("grants"), .text("denies"),
                .integer("is_super_admin"), .optional(.integer("required_permille")),
                .optional(.integer("grace_bytes")), .optional(.integer("download_slots")),
            ], key: ["id"]),
        ContentTable(
            name: "account",
            columns: [
                .integer("id"), .text("username"), .text("password_hash"), .integer("role_id"),
                .text("passkey"), .integer("created_at"), .integer("bytes_up"),
                .integer("bytes_down"), .optional(.text("ban_reason")),
                .optional(.integer("ban_expires_at")), .optional(.integer("deleted_at")),
                .text("look"),
            ], key: ["id"]),
        ContentTable(
            name: "sign_in",
            columns: [
                .text("family"), .integer("user_id"), .integer("began_at"),
                .optional(.integer("ended_at")),
            ], key: ["family"]),
        ContentTable(
            name: "refresh_token",
            columns: [
                .bytes("digest"), .text("family"), .integer("expires_at"),
                .optional(.integer("used_at")),
            ], key: ["digest"]),
        ContentTable(
            name: "device",
            columns: [
                .integer("id"), .text("family"), .integer("seen_at"), .optional(.text("address")),
                .optional(.text("client")),
            ], key: ["id"]),
        ContentTable(
            name: "invitation",
            columns: [
                .integer("id"), .bytes("digest"), .integer("user_id"), .optional(.text("note")),
                .integer("created_at"), .integer("expires_at"),
                .optional(.integer("withdrawn_at")), .optional(.integer("used_at")),
                .optional(.integer("used_by")),
            ], key: ["id"]),
        ContentTable(
            name: "second_factor",
            columns: [
                .integer("user_id"), .bytes("secret"), .integer("begun_at"),
                .optional(.integer("confirmed_at")), .integer("last_step"), .integer("failures"),
                .integer("failed_at"),
            ], key: ["user_id"]),
        ContentTable(
            name: "recovery_code",
            columns: [.bytes("digest"), .integer("user_id"), .optional(.integer("used_at"))],
            key: ["digest"]),
        ContentTable(
            name: "api_key",
            columns: [
                .integer("id"), .bytes("digest"), .integer("user_id"), .text("name"),
                .text("permissions"), .integer("created_at"), .optional(.integer("expires_at")),
                .optional(.integer("used_at")), .optional(.integer("ended_at")),
            ], key: ["id"]),
        ContentTable(
            name: "catalog",
            columns: [
                .integer("id"), .text("kind"), .integer("size"), .integer("file_count"),
                .integer("min_role_weight"), .text("status"), .optional(.text("reason")),
                .integer("uploader_id"), .bytes("info_hash"), .integer("created_at"),
                .optional(.integer("deleted_at")), .integer("seeders"), .integer("leechers"),
                .integer("completed"), .optional(.bytes("files_digest")),
            ], key: ["id"]),
        ContentTable(
            name: "catalog_page",
            columns: [
                .integer("catalog_id"), .text("title"), .text("description"), .text("tags"),
            ], key: ["catalog_id"]),
        ContentTable(
            name: "torrent_hash", columns: [.bytes("hash"), .integer("catalog_id")], key: ["hash"]),
        ContentTable(
            name: "torrent",
            columns: [
                .integer("catalog_id"), .bytes("info", large: true),
                .optional(.bytes("piece_layers", large: true)),
            ], key: ["catalog_id"]),
        ContentTable(
            name: "catalog_file",
            columns: [
                .integer("catalog_id"), .integer("position"), .text("path"), .integer("size"),
            ], key: ["catalog_id", "position"]),
        ContentTable(
            name: "torrent_terms",
            columns: [
                .integer("id"), .integer("catalog_id"), .integer("upload_percent"),
                .integer("download_percent"), .optional(.integer("begins_at")),
                .optional(.integer("ends_at")),
            ], key: ["id"]),
        ContentTable(
            name: "ledger_session",
            columns: [
                .integer("id"), .integer("user_id"), .integer("catalog_id"), .bytes("peer_id"),
                .integer("last_up"), .integer("last_down"), .integer("credited_up"),
                .integer("credited_down"), .integer("bytes_left"), .integer("completed"),
                .integer("active"), .optional(.bytes("v4_address")),
                .optional(.bytes("v6_address")), .optional(.integer("v4_seen_at")),
                .optional(.integer("v6_seen_at")), .integer("first_seen_at"),
                .integer("last_seen_at"), .integer("moved_up"), .integer("moved_down"),
                .integer("seeded_seconds"),
            ], key: ["id"]),
        ContentTable(
            name: "ledger_adjustment",
            columns: [
                .integer("id"), .integer("user_id"), .integer("actor_id"), .integer("bytes_up"),
                .integer("bytes_down"), .text("reason"), .integer("made_at"),
            ], key: ["id"]),
        ContentTable(
            name: "ledger_history",
            columns: [
                .integer("user_id"), .integer("span"), .integer("began_at"), .integer("bytes_up"),
                .integer("bytes_down"),
            ], key: ["user_id", "span", "began_at"]),
        ContentTable(
            name: "transfer_report",
            columns: [
                .integer("id"), .integer("user_id"), .integer("catalog_id"), .text("kind"),
                .optional(.integer("piece")), .optional(.integer("bytes")), .integer("at"),
            ], key: ["id"]),
        ContentTable(name: "setting", columns: [.text("name"), .text("value")], key: ["name"]),
        ContentTable(
            name: "audit",
            columns: [
                .integer("id"), .integer("at"), .integer("actor_id"), .text("actor_name"),
                .text("act"), .text("subject"), .optional(.text("reason")),
                .optional(.text("before_act")), .optional(.text("after_act")),
                .integer("min_role_weight"), .optional(.text("address")), .integer("number"),
                .bytes("hash"),
            ], key: ["id"]),
        ContentTable(
            name: "audit_tail",
            columns: [.text("name"), .integer("entries"), .bytes("hash")], key: ["name"]),
        ContentTable(
            name: "address_ban",
            columns: [
                .integer("id"), .text("addresses"), .text("reason"),
                .optional(.integer("expires_at")), .text("actor_name"), .integer("made_at"),
            ], key: ["id"]),
        ContentTable(
            name: "client_ban",
            columns: [
                .integer("id"), .text("peer_prefix"), .text("reason"), .text("actor_name"),
                .integer("made_at"), .integer("allows"),
            ], key: ["id"]),
        ContentTable(
            name: "user_note",
            columns: [
                .integer("id"), .integer("user_id"), .text("author_name"), .text("note"),
                .integer("made_at"),
            ], key: ["id"]),
        ContentTable(
            name: "evidence",
            columns: [
                .integer("id"), .integer("user_id"), .integer("catalog_id"), .bytes("peer_id"),
                .text("kind"), .integer("score"), .integer("claimed"), .integer("explained"),
                .optional(.integer("counterpart_id")), .integer("began_at"), .integer("last_at"),
                .integer("times"), .optional(.text("open_mark")), .optional(.text("verdict")),
                .optional(.text("reviewer_name")), .optional(.text("reason")),
                .optional(.integer("reviewed_at")),
            ], key: ["id"]),
        ContentTable(
            name: "evidence_announce",
            columns: [
                .integer("id"), .integer("evidence_id"), .integer("at"), .integer("bytes_up"),
                .integer("bytes_down"), .integer("bytes_left"), .optional(.text("event")),
            ], key: ["id"]),
    ]

    /// Made again from the content (`CommunityStore.rebuildSearch`).
    static let derivedTables = ["catalog_index", "catalog_tag", "catalog_word", "catalog_gram"]
    static let derivedColumns = ["catalog": ["title_words"]]

    /// How one database looks after itself.
    static let ownTables = [
        "schema_step", "schema_lease", "committed_write", "guard", "ledger_writer",
        "ledger_journal", "ledger_journal_mark",
    ]
}
