extension Migration {
    static let firstRelease = Migration(
        number: 1,
        statements: [
            """
            create table role (
                id integer primary key,
                name text not null unique,
                weight integer not null check (weight between 0 and 1000),
                parent_id integer references role (id),
                grants text not null,
                denies text not null,
                is_super_admin integer not null default 0
            )
            """,
            """
            create table account (
                id integer primary key autoincrement,
                username text not null unique,
                password_hash text not null,
                role_id integer not null references role (id),
                passkey text not null unique,
                created_at integer not null,
                bytes_up integer not null default 0 check (bytes_up >= 0),
                bytes_down integer not null default 0 check (bytes_down >= 0),
                ban_reason text,
                ban_expires_at integer
            )
            """,
            "create index account_role on account (role_id)",
            """
            create table sign_in (
                family text primary key,
                user_id integer not null references account (id),
                began_at integer not null,
                ended_at integer
            )
            """,
            "create index sign_in_user on sign_in (user_id)",
            """
            create table refresh_token (
                digest blob primary key,
                family text not null references sign_in (family),
                expires_at integer not null,
                used_at integer
            )
            """,
            """
            create table catalog (
                id integer primary key autoincrement,
                title text not null,
                description text not null,
                tags text not null,
                kind text not null,
                size integer not null check (size >= 0),
                file_count integer not null,
                min_role_weight integer not null check (min_role_weight between 0 and 1000),
                status text not null,
                reason text,
                uploader_id integer not null references account (id),
                info_hash blob not null,
                created_at integer not null,
                deleted_at integer,
                seeders integer not null default 0,
                leechers integer not null default 0,
                completed integer not null default 0
            )
            """,
            "create index catalog_status on catalog (status, min_role_weight)",
            """
            create table torrent_hash (
                hash blob primary key,
                catalog_id integer not null references catalog (id)
            )
            """,
            """
            create table torrent (
                catalog_id integer primary key references catalog (id),
                info blob not null,
                piece_layers blob
            )
            """,
            """
            create table catalog_file (
                catalog_id integer not null references catalog (id),
                position integer not null,
                path text not null,
                size integer not null,
                primary key (catalog_id, position)
            )
            """,
            """
            create virtual table catalog_text using fts5 (
                title, description, tags, tokenize = 'unicode61 remove_diacritics 2'
            )
            """,
            """
            create table ledger_session (
                id integer primary key autoincrement,
                user_id integer not null references account (id),
                catalog_id integer not null references catalog (id),
                peer_id blob not null,
                last_up integer not null,
                last_down integer not null,
                credited_up integer not null check (credited_up >= 0),
                credited_down integer not null check (credited_down >= 0),
                bytes_left integer not null,
                completed integer not null default 0,
                active integer not null,
                v4_address blob,
                v6_address blob,
                v4_seen_at integer,
                v6_seen_at integer,
                first_seen_at integer not null,
                last_seen_at integer not null,
                unique (user_id, catalog_id, peer_id)
            )
            """,
            "create index ledger_session_torrent on ledger_session (catalog_id, active)",
            """
            create table ledger_adjustment (
                id integer primary key autoincrement,
                user_id integer not null references account (id),
                actor_id integer not null references account (id),
                bytes_up integer not null,
                bytes_down integer not null,
                reason text not null check (length(reason) > 0),
                made_at integer not null
            )
            """,
            "create index ledger_adjustment_user on ledger_adjustment (user_id)",
            """
            create table ledger_history (
                user_id integer not null references account (id),
                span integer not null,
                began_at integer not null,
                bytes_up integer not null,
                bytes_down integer not null,
                primary key (user_id, span, began_at)
            )
            """,
            """
            create table transfer_report (
                id integer primary key autoincrement,
                user_id integer not null references account (id),
                catalog_id integer not null references catalog (id),
                kind text not null,
                piece integer,
                bytes integer,
                at integer not null
            )
            """,
            "create table setting (name text primary key, value text not null)",
            """
            create table audit (
                id integer primary key autoincrement,
                at integer not null,
                actor_id integer not null,
                actor_name text not null,
                act text not null,
                subject text not null,
                reason text,
                before_act text,
                after_act text,
                min_role_weight integer not null default 0
            )
            """,
        ])
}
