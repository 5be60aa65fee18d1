import Domain

extension Migration {
    /// Cases of evidence with the announces behind them. `open_mark` names member, torrent and rule
    /// while nobody has judged the case, so that there is one of each.
    static let evidence = Migration(
        number: 8,
        statements: { sql in
            [
                """
                create table evidence (
                    id \(sql.identity),
                    user_id \(sql.integer) not null\(sql.references("account")),
                    catalog_id \(sql.integer) not null\(sql.references("catalog")),
                    peer_id \(sql.digest(20)) not null,
                    kind \(sql.word(40)) not null,
                    score \(sql.integer) not null,
                    claimed \(sql.integer) not null,
                    explained \(sql.integer) not null,
                    counterpart_id \(sql.integer),
                    began_at \(sql.integer) not null,
                    last_at \(sql.integer) not null,
                    times \(sql.integer) not null,
                    open_mark \(sql.word(120)) unique,
                    verdict \(sql.word(20)),
                    reviewer_name \(sql.text),
                    reason \(sql.text),
                    reviewed_at \(sql.integer)
                )\(sql.tableOptions)
                """,
                "create index evidence_user on evidence (user_id, id)",
                """
                create table evidence_announce (
                    id \(sql.identity),
                    evidence_id \(sql.integer) not null\(sql.references("evidence")),
                    at \(sql.integer) not null,
                    bytes_up \(sql.integer) not null,
                    bytes_down \(sql.integer) not null,
                    bytes_left \(sql.integer) not null,
                    event \(sql.word(20))
                )\(sql.tableOptions)
                """,
                "create index evidence_announce_case on evidence_announce (evidence_id, id)",
            ]
        }, finish: letAdminsReview)

    /// New communities get it with `BuiltInRoles`. Where staff has made something else of the
    /// role, it is left as they made it.
    @Sendable private static func letAdminsReview(_ db: any SQLConnection) throws {
        let permission = Permission.evidenceReview.rawValue
        guard
            let row = try db.first(
                "select grants, denies from role where id = ?", [.id(BuiltInRoles.admin)])
        else { return }
        let grants = try row.text("grants").split(separator: " ").map(String.init)
        guard grants.contains(Permission.usersManage.rawValue), !grants.contains(permission) else {
            return
        }
        try db.run(
            "update role set grants = ? where id = ?",
            [.text((grants + [permission]).joined(separator: " ")), .id(BuiltInRoles.admin)])
    }
}
