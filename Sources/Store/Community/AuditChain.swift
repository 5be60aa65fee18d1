import Crypto
import Domain
import Service

/// A place in the chain: an entry's number, from 1 without a gap, and its hash.
struct AuditLink: Hashable, Sendable {
    let number: Int64
    let hash: [UInt8]

    /// What the first entry follows.
    static let beginning = AuditLink(number: 0, hash: [UInt8](repeating: 0, count: 32))
}

/// The chain that the audit log is. `docs/audit.md` says what a hash is made of.
///
/// 1. An entry's hash covers all its own fields, its number, and the hash of the one before.
/// 2. The row of `audit_tail` has the number and the hash of the last entry, so that an end that was
///    cut off is missed. It is the first thing that writing an entry locks and the last thing it
///    changes, so entries follow each other whichever server writes them.
/// 3. No statement changes or deletes an entry.
enum AuditChain {
    private static let page = 500
    private static let tailName = "audit"

    /// In the caller's transaction, as its last act: what follows would wait holding the tail.
    static func append(_ entry: AuditEntry, _ db: any SQLConnection) throws {
        let last = try heldTail(db)
        let fields = AuditFields(entry)
        let link = fields.link(after: last ?? .beginning)
        try db.run(
            """
            insert into audit (at, actor_id, actor_name, act, subject, reason, before_act,
                after_act, min_role_weight, address, number, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, fields.values + [.integer(link.number), .blob(link.hash)])
        try move(last, to: link, db)
    }

    static func tail(_ db: any SQLConnection) throws -> AuditLink? {
        try tail(db, locking: "")
    }

    /// `nil` for a log that has no entry yet. A log that lost its tail takes no more entries, or the
    /// next one would cover up what was cut off.
    private static func heldTail(_ db: any SQLConnection) throws -> AuditLink? {
        if let tail = try tail(db, locking: db.dialect.locking) { return tail }
        guard try db.first("select 1 as n from audit limit 1") == nil else {
            throw SQLFault.unexpected("audit_tail")
        }
        return nil
    }

    private static func tail(_ db: any SQLConnection, locking: String) throws -> AuditLink? {
        try db.first(
            "select entries, hash from audit_tail where name = ?\(locking)", [.text(tailName)]
        ).map { AuditLink(number: try $0.integer("entries"), hash: try $0.blob("hash")) }
    }

    private static func move(
        _ last: AuditLink?, to link: AuditLink, _ db: any SQLConnection
    ) throws {
        let values: [SQLValue] = [.integer(link.number), .blob(link.hash), .text(tailName)]
        if last == nil {
            try db.run("insert into audit_tail (entries, hash, name) values (?, ?, ?)", values)
        } else {
            try db.run("update audit_tail set entries = ?, hash = ? where name = ?", values)
        }
    }

    /// Entries from before there was a chain, in the order of their ids. Run again where it was not
    /// finished, it goes on where it ended.
    static func linkOlderEntries(_ db: any SQLConnection) throws {
        var last = try lastLinked(db)
        while true {
            let rows = try db.all(
                "select * from audit where number is null order by id limit ?", [.int(page)])
            for row in rows {
                let link = try AuditFields(row: row).link(after: last)
                try db.run(
                    "update audit set number = ?, hash = ? where id = ?",
                    [.integer(link.number), .blob(link.hash), .integer(try row.integer("id"))])
                last = link
            }
            guard rows.count == page else { break }
        }
        guard last != .beginning else { return }
        try move(try tail(db), to: last, db)
    }

    private static func lastLinked(_ db: any SQLConnection) throws -> AuditLink {
        try db.first(
            "select number, hash from audit where number is not null order by number desc limit 1"
        ).map { AuditLink(number: try $0.integer("number"), hash: try $0.blob("hash")) }
            ?? .beginning
    }
}
