extension Migration {
    static let firstRelease = Migration(number: 1) { sql in
        [
            """
            create table role (
                id \(sql.identity),
                name \(sql.word(190)) not null unique,
                weight \(sql.integer) not null check (weight between 0 and 1000),
                parent_id \(sql.integer)\(sql.references("role")),
                grants \(sql.text) not null,
                denies \(sql.text) not null,
                is_super_admin \(sql.integer) not null default 0
            )\(sql.tableOptions)
            """,
            """
            create table account (
                id \(sql.identity),
                username \(sql.word(190)) not null unique,
                password_hash \(sql.text) not null,
                role_id \(sql.integer) not null\(sql.references("role")),
                passkey \(sql.word(64)) not null unique,
                created_at \(sql.integer) not null,
                bytes_up \(sql.integer) not null default 0 check (bytes_up >= 0),
                bytes_down \(sql.integer) not null default 0 check (bytes_down >= 0),
                ban_reason \(sql.text),
                ban_expires_at \(sql.integer)
            )\(sql.tableOptions)
            """,
            "create index account_role on account (role_id)",
            """
            create table sign_in (
                family \(sql.word(128)) primary key,
                user_id \(sql.integer) not null\(sql.references("account")),
                began_at \(sql.integer) not null,
                ended_at \(sql.integer)
            )\(sql.tableOptions)
            """,
            "create index sign_in_user on sign_in (user_id)",
            """
            create table refresh_token (
                digest \(sql.digest(64)) primary key,
                family \(sql.word(128)) not null\(sql.references("sign_in", "family")),
                expires_at \(sql.integer) not null,
                used_at \(sql.integer)
            )\(sql.tableOptions)
            """,
            """
            create table catalog (
                id \(sql.identity),
                title \(sql.text) not null,
                description \(sql.text) not null,
                tags \(sql.text) not null,
                kind \(sql.word(32)) not null,
                size \(sql.integer) not null check (size >= 0),
                file_count \(sql.integer) not null,
                min_role_weight \(sql.integer) not null check (min_role_weight between 0 and 1000),
                status \(sql.word(32)) not null,
                reason \(sql.text),
                uploader_id \(sql.integer) not null\(sql.references("account")),
                info_hash \(sql.digest(32)) not null,
                created_at \(sql.integer) not null,
                deleted_at \(sql.integer),
                seeders \(sql.integer) not null default 0,
                leechers \(sql.integer) not null default 0,
                completed \(sql.integer) not null default 0
            )\(sql.tableOptions)
            """,
            "create index catalog_status on catalog (status, min_role_weight)",
            """
            create table torrent_hash (
                hash \(sql.digest(32)) primary key,
                catalog_id \(sql.integer) not null\(sql.references("catalog"))
            )\(sql.tableOptions)
            """,
            """
            create table torrent (
                catalog_id \(sql.integer) primary key\(sql.references("catalog")),
                info \(sql.blob) not null,
                piece_layers \(sql.blob)
            )\(sql.tableOptions)
            """,
            """
            create table catalog_file (
                catalog_id \(sql.integer) not null\(sql.references("catalog")),
                position \(sql.integer) not null,
                path \(sql.text) not null,
                size \(sql.integer) not null,
                primary key (catalog_id, position)
            )\(sql.tableOptions)
            """,
            """
            create table ledger_session (
                id \(sql.identity),
                user_id \(sql.integer) not null\(sql.references("account")),
                catalog_id \(sql.integer) not null\(sql.references("catalog")),
                peer_id \(sql.digest(20)) not null,
                last_up \(sql.integer) not null,
                last_down \(sql.integer) not null,
                credited_up \(sql.integer) not null check (credited_up >= 0),
                credited_down \(sql.integer) not null check (credited_down >= 0),
                bytes_left \(sql.integer) not null,
                completed \(sql.integer) not null default 0,
                active \(sql.integer) not null,
                v4_address \(sql.digest(18)),
                v6_address \(sql.digest(18)),
                v4_seen_at \(sql.integer),
                v6_seen_at \(sql.integer),
                first_seen_at \(sql.integer) not null,
                last_seen_at \(sql.integer) not null,
                unique (user_id, catalog_id, peer_id)
            )\(sql.tableOptions)
            """,
            "create index ledger_session_torrent on ledger_session (catalog_id, active)",
            """
            create table ledger_adjustment (
                id \(sql.identity),
                user_id \(sql.integer) not null\(sql.references("account")),
                actor_id \(sql.integer) not null\(sql.references("account")),
                bytes_up \(sql.integer) not null,
                bytes_down \(sql.integer) not null,
                reason \(sql.text) not null check (\(sql.characters)(reason) > 0),
                made_at \(sql.integer) not null
            )\(sql.tableOptions)
            """,
            "create index ledger_adjustment_user on ledger_adjustment (user_id)",
            """
            create table ledger_history (
                user_id \(sql.integer) not null\(sql.references("account")),
                span \(sql.integer) not null,
                began_at \(sql.integer) not null,
                bytes_up \(sql.integer) not null,
                bytes_down \(sql.integer) not null,
                primary key (user_id, span, began_at)
            )\(sql.tableOptions)
            """,
            """
            create table transfer_report (
                id \(sql.identity),
                user_id \(sql.integer) not null\(sql.references("account")),
                catalog_id \(sql.integer) not null\(sql.references("catalog")),
                kind \(sql.word(32)) not null,
                piece \(sql.integer),
                bytes \(sql.integer),
                at \(sql.integer) not null
            )\(sql.tableOptions)
            """,
            """
            create table setting (name \(sql.word(64)) primary key, value \(sql.text) not null)
            \(sql.tableOptions)
            """,
            """
            create table audit (
                id \(sql.identity),
                at \(sql.integer) not null,
                actor_id \(sql.integer) not null,
                actor_name \(sql.text) not null,
                act \(sql.word(64)) not null,
                subject \(sql.text) not null,
                reason \(sql.text),
                before_act \(sql.text),
                after_act \(sql.text),
                min_role_weight \(sql.integer) not null default 0
            )\(sql.tableOptions)
            """,
        ] + firstIndex(sql)
    }

    /// Replaced by the second step.
    private static func firstIndex(_ sql: SQLDialect) -> [String] {
        guard sql == .sqlite else { return [] }
        return [
            """
            create virtual table catalog_text using fts5 (
                title, description, tags, tokenize = 'unicode61 remove_diacritics 2'
            )
            """
        ]
    }
}
