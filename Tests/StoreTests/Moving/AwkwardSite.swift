import Store

/// A site with something in every table that a careless move would change or drop.
enum AwkwardSite {
    static let text: AnyValue =
        "Zoë \u{1F1E7}\u{1F1F7} \"quoted\" \\back\\ \u{1}\t\n\r\u{1f}\u{7f}\u{2028} </x> é"
    static let most: AnyValue = 9_223_372_036_854_775_807
    static let least: AnyValue = -9_223_372_036_854_775_808
    /// A total as large as totals may be, and its half.
    static let bytes: AnyValue = 1_152_921_504_606_846_976
    static let half: AnyValue = 576_460_752_303_423_488

    /// - Parameter infoBytes: the size of the largest torrent.
    static func fill(_ stage: StoreStage, infoBytes: Int = 10_000_000) async throws {
        let info = [UInt8](unsafeUninitializedCapacity: infoBytes) { buffer, count in
            for index in 0..<infoBytes { buffer[index] = UInt8(truncatingIfNeeded: index &* 31) }
            count = infoBytes
        }
        for (table, values) in accounts + catalog(info) + ledger + community {
            let marks = values.map { _ in "?" }.joined(separator: ", ")
            try await stage.tamper("insert into \(table) values (\(marks))", values.map(\.value))
        }
        try await stage.store.rebuildSearch { _, _ in }
    }

    private typealias Rows = [(table: String, values: [AnyValue])]

    private static let accounts: Rows = [
        // A role may come before the one it inherits from.
        (role, [90, "parent", 10, nil, "", "", 0]),
        (role, [80, "child 🌱", 20, 90, "catalog.read,stats.read", "catalog.publish", 0]),
        (
            "role (id, name, weight, grants, denies, required_permille, grace_bytes, download_slots)",
            [85, "strict", 30, "", "", 0, most, 1]
        ),
        (account, [1, "admin", "$argon2id$v=19$…", 90, "aa", -1, bytes, 0, nil, nil]),
        // Deleted, and with what it did still there.
        (goneAccount, [40, "lia", "", 90, "ll", 0, 0, 0, 7]),
        (account, [41, "bia", text, 80, "bb", 0, 0, 0, text, most]),
        (signIn, ["f1", 1, 5, nil]),
        (signIn, ["F2", 41, 5, 6]),
        ("device (id, family, seen_at, address, client)", [3, "f1", 7, "::1", text]),
        ("device (id, family, seen_at, address, client)", [4, "F2", 5, nil, nil]),
        (
            """
            invitation (id, digest, user_id, note, created_at, expires_at, withdrawn_at, used_at,
                used_by)
            """, [2, [0, 1], 1, text, 1, most, nil, 3, 41]
        ),
        (
            """
            second_factor (user_id, secret, begun_at, confirmed_at, last_step, failures, failed_at)
            """, [41, [9, 0], 1, nil, most, 0, 0]
        ),
        ("recovery_code (digest, user_id, used_at)", [[7], 41, nil]),
        (
            """
            api_key (id, digest, user_id, name, permissions, created_at, expires_at, used_at,
                ended_at)
            """, [1, [8], 41, text, "catalog.read", 1, nil, nil, nil]
        ),
        ("refresh_token (digest, family, expires_at, used_at)", [[0, 255, 10, 34], "F2", 1, nil]),
    ]

    private static func catalog(_ info: [UInt8]) -> Rows {
        [
            (entry, [3, "pdf", most, 2, 0, "approved", nil, 1, [1], 9, nil, 3, 2, 1]),
            (entry, [7, "image", 0, 0, 1000, "rejected", text, 41, [2], 9, 10, 0, 0, 0]),
            (page, [3, "Relatório de segurança", text, "mar,sol"]),
            (page, [7, "", "", ""]),
            ("torrent_hash (hash, catalog_id)", [[255, 0], 3]),
            ("torrent_hash (hash, catalog_id)", [[1], 7]),
            ("torrent (catalog_id, info, piece_layers)", [3, AnyValue(info), []]),
            ("torrent (catalog_id, info, piece_layers)", [7, [0], nil]),
            ("catalog_file (catalog_id, position, path, size)", [3, 0, text, most]),
            ("catalog_file (catalog_id, position, path, size)", [3, 1, "b", 0]),
        ]
    }

    private static let ledger: Rows = [
        (
            "torrent_terms (id, catalog_id, upload_percent, download_percent, begins_at, ends_at)",
            [4, 3, 0, 10_000, least, most]
        ),
        (
            "torrent_terms (id, catalog_id, upload_percent, download_percent, begins_at, ends_at)",
            [7, 3, 200, 100, nil, nil]
        ),
        (
            session,
            [5, 1, 3, [0, 0, 0], most, 0, half, 0, 0, 1, 0, [], nil, 1, nil, 1, 2, most, 1, 5]
        ),
        (
            "ledger_adjustment (id, user_id, actor_id, bytes_up, bytes_down, reason, made_at)",
            [2, 1, 41, half, 0, text, 1]
        ),
        (history, [1, 60, 1, least, 0]),
        (history, [1, 60, 2, 0, 0]),
    ]

    private static let community: Rows = [
        (
            "transfer_report (id, user_id, catalog_id, kind, piece, bytes, at)",
            [4, 1, 3, "upload_tick", nil, most, 1]
        ),
        ("setting (name, value)", ["registration", "open"]),
        (audit, [6, 1, 1, "admin", "user.banned", text, nil, "", nil, 0, "::1", 1, [0, 255]]),
        ("audit_tail (name, entries, hash)", ["audit", 1, [0, 255]]),
        (
            "address_ban (id, addresses, reason, expires_at, actor_name, made_at)",
            [9, "10.0.0.0/24", text, most, "admin", 1]
        ),
        ("client_ban (id, peer_prefix, reason, actor_name, made_at)", [2, "-XL", "", "admin", 1]),
        (
            "client_ban (id, peer_prefix, reason, actor_name, made_at, allows)",
            [3, "-XM", "", "admin", 1, 1]
        ),
        ("user_note (id, user_id, author_name, note, made_at)", [8, 41, "admin", text, 1]),
        (evidence, [6, 41, 3, [0, 45], "unreceived", 80, most, 0, 1, 1, 2, 3, "41:3:u", nil]),
        (evidence, [7, 40, 7, [1], "unreceived", 80, 0, 0, nil, 1, 2, 3, nil, text]),
        (
            "evidence_announce (id, evidence_id, at, bytes_up, bytes_down, bytes_left, event)",
            [5, 6, 1, most, 0, 0, nil]
        ),
    ]

    private static let role = "role (id, name, weight, parent_id, grants, denies, is_super_admin)"
    private static let account = """
        account (id, username, password_hash, role_id, passkey, created_at, bytes_up, bytes_down,
            ban_reason, ban_expires_at)
        """
    private static let goneAccount = """
        account (id, username, password_hash, role_id, passkey, created_at, bytes_up, bytes_down,
            deleted_at)
        """
    private static let signIn = "sign_in (family, user_id, began_at, ended_at)"
    private static let entry = """
        catalog (id, kind, size, file_count, min_role_weight, status, reason, uploader_id,
            info_hash, created_at, deleted_at, seeders, leechers, completed)
        """
    private static let page = "catalog_page (catalog_id, title, description, tags)"
    private static let session = """
        ledger_session (id, user_id, catalog_id, peer_id, last_up, last_down, credited_up,
            credited_down, bytes_left, completed, active, v4_address, v6_address, v4_seen_at,
            v6_seen_at, first_seen_at, last_seen_at, moved_up, moved_down, seeded_seconds)
        """
    private static let history =
        "ledger_history (user_id, span, began_at, bytes_up, bytes_down)"
    private static let evidence = """
        evidence (id, user_id, catalog_id, peer_id, kind, score, claimed, explained,
            counterpart_id, began_at, last_at, times, open_mark, reason)
        """
    private static let audit = """
        audit (id, at, actor_id, actor_name, act, subject, reason, before_act, after_act,
            min_role_weight, address, number, hash)
        """
}
