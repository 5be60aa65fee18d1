import Crypto
import Domain
import Service

/// What an entry of the audit log says, as its row has it: a hash must also hold over what somebody
/// put there that the server would not read.
struct AuditFields: Hashable, Sendable {
    private let at: Int64
    private let actorID: Int64
    private let actorName: String
    private let act: String
    private let subject: String
    private let reason: String?
    private let before: String?
    private let after: String?
    private let minRoleWeight: Int64
    private let address: String?

    init(_ entry: AuditEntry) {
        at = entry.at.seconds
        actorID = entry.actorID.rawValue
        actorName = entry.actorName
        act = entry.act
        subject = entry.subject
        reason = entry.reason
        before = entry.before
        after = entry.after
        minRoleWeight = Int64(entry.visibleTo.value)
        address = entry.address.map { "\($0)" }
    }

    init(row: SQLRow) throws {
        at = try row.integer("at")
        actorID = try row.integer("actor_id")
        actorName = try row.text("actor_name")
        act = try row.text("act")
        subject = try row.text("subject")
        reason = try row.optionalText("reason")
        before = try row.optionalText("before_act")
        after = try row.optionalText("after_act")
        minRoleWeight = try row.integer("min_role_weight")
        address = try row.optionalText("address")
    }

    /// In the order of the columns that `AuditChain` inserts.
    var values: [SQLValue] {
        [
            .integer(at), .integer(actorID), .text(actorName), .text(act), .text(subject),
            .optional(reason), .optional(before), .optional(after), .integer(minRoleWeight),
            .optional(address),
        ]
    }

    /// The entry's own place when it follows `last`.
    func link(after last: AuditLink) -> AuditLink {
        let number = last.number + 1
        var sum = SHA256()
        // Every field with its kind and length, so that no two entries are the same bytes.
        for value in [.text("enxame audit 1"), .blob(last.hash), .integer(number)] + values {
            sum.update(data: Self.canonical(value))
        }
        return AuditLink(number: number, hash: Array(sum.finalize()))
    }

    private static func canonical(_ value: SQLValue) -> [UInt8] {
        switch value {
        case .null: [UInt8(ascii: "0")]
        case .integer(let number): [UInt8(ascii: "i")] + bigEndian(number)
        case .real(let number):
            [UInt8(ascii: "r")] + bigEndian(Int64(bitPattern: number.bitPattern))
        case .text(let text): [UInt8(ascii: "t")] + bigEndian(Int64(text.utf8.count)) + text.utf8
        case .blob(let bytes): [UInt8(ascii: "b")] + bigEndian(Int64(bytes.count)) + bytes
        }
    }

    private static func bigEndian(_ number: Int64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
