package import Domain
package import Service

extension CommunityStore {
    // MARK: settings

    package func settings() async throws -> CommunitySettings {
        try await engine.read { db in
            let rows = try db.all("select name, value from setting")
            let values = try Dictionary(
                rows.map { (try $0.text("name"), try $0.text("value")) },
                uniquingKeysWith: { first, _ in first })
            var settings = CommunitySettings.initial
            if let value = values["registration"].flatMap(
                CommunitySettings.Registration.init(rawValue:))
            {
                settings.registration = value
            }
            if let value = values["required_ratio"].flatMap(Double.init) {
                settings.requiredRatio = value
            }
            if let value = values["grace_bytes"].flatMap(Int64.init).flatMap({ ByteCount($0) }) {
                settings.graceBytes = value
            }
            if let value = values["announce_interval"].flatMap(Int.init) {
                settings.announceInterval = value
            }
            return settings
        }
    }

    package func change(to settings: CommunitySettings, audit: AuditEntry) async throws {
        let values = [
            "registration": settings.registration.rawValue,
            "required_ratio": String(settings.requiredRatio),
            "grace_bytes": String(settings.graceBytes.bytes),
            "announce_interval": String(settings.announceInterval),
        ]
        try await engine.write { db in
            for (name, value) in values {
                let outcome = try db.run(
                    "update setting set value = ? where name = ?", [.text(value), .text(name)])
                guard outcome.changes == 0 else { continue }
                try db.run(
                    "insert into setting (name, value) values (?, ?)", [.text(name), .text(value)])
            }
            try Self.write(audit, db)
        }
    }

    // MARK: audit

    static func write(_ entry: AuditEntry, _ db: any SQLConnection) throws {
        try db.run(
            """
            insert into audit (at, actor_id, actor_name, act, subject, reason, before_act,
                after_act, min_role_weight)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .time(entry.at), .id(entry.actorID), .text(entry.actorName), .text(entry.act),
                .text(entry.subject), .optional(entry.reason), .optional(entry.before),
                .optional(entry.after), .int(entry.visibleTo.value),
            ])
    }

    package func audit(before id: Int64?, visibleTo weight: RoleWeight, limit: Int) async throws
        -> [(id: Int64, entry: AuditEntry)]
    {
        try await engine.read { db in
            try db.all(
                """
                select * from audit where id < ? and min_role_weight <= ?
                order by id desc limit ?
                """, [.integer(id ?? .max), .int(weight.value), .int(limit)]
            ).map { row in
                let entry = AuditEntry(
                    actorID: try row.id("actor_id"), actorName: try row.text("actor_name"),
                    act: try row.text("act"), subject: try row.text("subject"),
                    reason: try row.optionalText("reason"),
                    before: try row.optionalText("before_act"),
                    after: try row.optionalText("after_act"), at: try row.time("at"),
                    visibleTo: try row.required(
                        "min_role_weight", RoleWeight(try row.int("min_role_weight"))))
                return (try row.integer("id"), entry)
            }
        }
    }
}
