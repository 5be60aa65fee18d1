import Domain

extension Migration {
    /// Invitations, second factors, what is known of a session, and keys for scripts.
    static let accounts = Migration(
        number: 3,
        statements: { sql in invitations(sql) + secondFactors(sql) + devices(sql) + keys(sql) },
        finish: letSupervisorsInvite)

    private static func invitations(_ sql: SQLDialect) -> [String] {
        [
            """
            create table invitation (
                id \(sql.identity),
                digest \(sql.digest(64)) not null unique,
                user_id \(sql.integer) not null\(sql.references("account")),
                note \(sql.text),
                created_at \(sql.integer) not null,
                expires_at \(sql.integer) not null,
                withdrawn_at \(sql.integer),
                used_at \(sql.integer),
                used_by \(sql.integer)\(sql.references("account"))
            )\(sql.tableOptions)
            """,
            "create index invitation_user on invitation (user_id, expires_at)",
            "create index invitation_guest on invitation (used_by)",
        ]
    }

    private static func secondFactors(_ sql: SQLDialect) -> [String] {
        [
            """
            create table second_factor (
                user_id \(sql.integer) primary key\(sql.references("account")),
                secret \(sql.digest(64)) not null,
                begun_at \(sql.integer) not null,
                confirmed_at \(sql.integer),
                last_step \(sql.integer) not null default 0,
                failures \(sql.integer) not null default 0,
                failed_at \(sql.integer) not null default 0
            )\(sql.tableOptions)
            """,
            """
            create table recovery_code (
                digest \(sql.digest(64)) primary key,
                user_id \(sql.integer) not null\(sql.references("account")),
                used_at \(sql.integer)
            )\(sql.tableOptions)
            """,
            "create index recovery_code_user on recovery_code (user_id)",
        ]
    }

    /// Beside `sign_in`, with a number that a path can name. A session begun before is in it too.
    private static func devices(_ sql: SQLDialect) -> [String] {
        [
            """
            create table device (
                id \(sql.identity),
                family \(sql.word(128)) not null unique\(sql.references("sign_in", "family")),
                seen_at \(sql.integer) not null,
                address \(sql.word(64)),
                client \(sql.text)
            )\(sql.tableOptions)
            """,
            "create index refresh_token_family on refresh_token (family)",
            """
            \(sql.insertMissing) into device (family, seen_at) select family, began_at from sign_in
            """,
        ]
    }

    private static func keys(_ sql: SQLDialect) -> [String] {
        [
            """
            create table api_key (
                id \(sql.identity),
                digest \(sql.digest(64)) not null unique,
                user_id \(sql.integer) not null\(sql.references("account")),
                name \(sql.text) not null,
                permissions \(sql.text) not null,
                created_at \(sql.integer) not null,
                expires_at \(sql.integer),
                used_at \(sql.integer),
                ended_at \(sql.integer)
            )\(sql.tableOptions)
            """,
            "create index api_key_user on api_key (user_id)",
        ]
    }

    /// New communities get it with `BuiltInRoles`. Where staff has made something else of the
    /// role, it is left as they made it.
    @Sendable private static func letSupervisorsInvite(_ db: any SQLConnection) throws {
        let permission = Permission.usersInvite.rawValue
        guard
            let row = try db.first(
                "select grants, denies from role where id = ?", [.id(BuiltInRoles.supervisor)])
        else { return }
        let grants = try row.text("grants").split(separator: " ").map(String.init)
        guard grants.contains(Permission.catalogEdit.rawValue), !grants.contains(permission) else {
            return
        }
        try db.run(
            "update role set grants = ? where id = ?",
            [.text((grants + [permission]).joined(separator: " ")), .id(BuiltInRoles.supervisor)])
    }
}
