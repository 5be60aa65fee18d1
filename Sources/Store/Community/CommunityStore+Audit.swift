import Domain
package import Service

extension CommunityStore {
    private static let auditPage = 1000

    /// Throws `.standingChanged`. An act that changes its target's own standing asks for the premise
    /// before that, and then writes with `isPremiseHeld`.
    static func write(
        _ entry: AuditEntry, isPremiseHeld: Bool = false, _ db: any SQLConnection
    ) throws {
        try AuditChain.append(entry, db)
        // Whoever has the tail comes after every act that was written before.
        if !isPremiseHeld { try requirePremise(of: entry, db) }
    }

    package func audit(_ search: AuditSearch) async throws -> [(id: Int64, entry: AuditEntry)] {
        try await engine.read { db in
            let filter = AuditFilter(search, db.dialect)
            return try db.all(
                "select * from audit where \(filter.sql) order by number desc limit ?",
                filter.values + [.int(search.limit)]
            ).map { (try $0.integer("number"), try AuditEntry(row: $0)) }
        }
    }

    /// Page by page, each with the tail as it stood in the same moment, so that what is written
    /// meanwhile is neither missed nor taken for a fault.
    package func verifyAudit() async throws -> AuditVerdict {
        if let id = try await unnumbered() { return .broken(.unnumbered(id: id)) }
        var last = AuditLink.beginning
        while true {
            let start = last
            let (rows, tail) = try await engine.read { db in
                let rows = try db.all(
                    "select * from audit where number > ? order by number, id limit ?",
                    [.integer(start.number), .int(Self.auditPage)])
                return (rows, try AuditChain.tail(db))
            }
            for row in rows {
                let number = try row.integer("number")
                guard number == last.number + 1 else {
                    return .broken(.missing(number: last.number + 1))
                }
                // What cannot even be read was altered, too.
                guard let link = try? AuditFields(row: row).link(after: last),
                    (try? row.blob("hash")) == link.hash
                else { return .broken(.altered(number: number)) }
                last = link
            }
            guard rows.count < Self.auditPage else { continue }
            guard tail ?? .beginning == last else {
                return .broken(.cutOff(found: last.number, kept: tail?.number))
            }
            return .sound(entries: last.number, hash: Hex.encode(last.hash))
        }
    }

    private func unnumbered() async throws -> Int64? {
        try await engine.read { db in
            try db.first(
                "select id from audit where number is null or number < 1 order by id limit 1"
            ).map { try $0.integer("id") }
        }
    }
}

/// Which rows of `audit` a search finds. The viewer's weight is always among the conditions.
private struct AuditFilter {
    private(set) var conditions: [String] = []
    private(set) var values: [SQLValue] = []

    var sql: String { conditions.joined(separator: " and ") }

    init(_ search: AuditSearch, _ dialect: SQLDialect) {
        add("min_role_weight <= ?", .int(search.visibleTo.value))
        if let before = search.before { add("number < ?", .integer(before)) }
        if let actor = search.actor { add("actor_name = ?", .text(actor)) }
        if let act = search.act {
            // “user” is all that begins with “user.”
            add("(act = ? or act like ? escape '!')", .text(act), .text("\(Self.escaped(act)).%"))
        }
        if let since = search.since { add("at >= ?", .time(since)) }
        if let until = search.until { add("at < ?", .time(until)) }
        for word in search.words {
            let pattern = SQLValue.text("%\(Self.escaped(word.lowercased()))%")
            let columns = ["subject", "coalesce(reason, '')", "actor_name"]
            let either = columns.map { "\(dialect.lowercase($0)) like ? escape '!'" }
            add("(\(either.joined(separator: " or ")))", columns.map { _ in pattern })
        }
    }

    private mutating func add(_ condition: String, _ values: SQLValue...) {
        add(condition, values)
    }

    private mutating func add(_ condition: String, _ values: [SQLValue]) {
        conditions.append(condition)
        self.values += values
    }

    private static func escaped(_ text: String) -> String {
        text.map { "!%_".contains($0) ? "!\($0)" : String($0) }.joined()
    }
}

extension SQLDialect {
    /// Letters of any script made small; SQLite's own `lower` knows ASCII only, so GRDB brings one.
    fileprivate func lowercase(_ column: String) -> String {
        self == .sqlite ? "swiftLowercaseString(\(column))" : "lower(\(column))"
    }
}

extension AuditEntry {
    fileprivate init(row: SQLRow) throws {
        self.init(
            actorID: try row.id("actor_id"), actorName: try row.text("actor_name"),
            act: try row.text("act"), subject: try row.text("subject"),
            reason: try row.optionalText("reason"), before: try row.optionalText("before_act"),
            after: try row.optionalText("after_act"), at: try row.time("at"),
            visibleTo: try row.required(
                "min_role_weight", RoleWeight(try row.int("min_role_weight"))),
            address: try row.optionalText("address").flatMap { IPAddress($0) })
    }
}
