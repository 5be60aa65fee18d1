import Domain

// The words of the domain as JSON knows them.
extension Schema {
    /// A row's id.
    package static let id = Schema.integer(1...Int64.max)
    package static let count = Schema.integer(0...Int64.max)
    package static let byteCount = explained(.integer(0...Int64.max), "Bytes")
    /// Bytes that may go down.
    package static let byteChange = explained(
        .integer(-(1 << 60)...(1 << 60)), "Bytes; negative takes away")
    package static let timestamp = explained(
        .integer(Int64.min...Int64.max), "Seconds since 1970-01-01 00:00 UTC")
    package static let weight = explained(
        .integer(Int64(RoleWeight.guest.value)...Int64(RoleWeight.superAdmin.value)),
        "How high a role stands, 0 (Guest) to 1000 (SuperAdmin)")
    package static let ratio = Schema.number(0...Double.greatestFiniteMagnitude)
    package static let infoHash = explained(
        .text(40...40, pattern: "^[0-9a-fA-F]{40}$"), "An info hash, hexadecimal")
    package static let permission = Schema.choice(of: Permission.self)
    package static let username = Schema.text(2...32, pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$")
    package static let newPassword = Schema.text(8...256, format: "password")
    /// One that was chosen before, by whatever rule held then.
    package static let password = Schema.text(0...1024, format: "password")
    /// Six digits of an authenticator, or a recovery code.
    package static let secondFactorCode = Schema.text(0...100)
    package static let roleName = Schema.text(1...40)
    package static let title = Schema.text(1...200)
    /// Why staff does something.
    package static let reason = explained(.text(1...500), "Why: one line, for those it concerns")
}
