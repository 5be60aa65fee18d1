package import Domain
package import Service

extension CommunityStore {
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
