import Domain

extension AddressBanBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("range", .words, "An address, or a block of them"),
        .field("reason", .words), .optional("expires_at", .timestamp, "Left out: for good"),
        .field("actor", .words, "Who made it"), .field("made_at", .timestamp))
    package static let example = AddressBanBody(
        id: 4, range: "192.0.2.0/24", reason: "A botnet", expiresAt: ban.end, actor: "sara",
        madeAt: ban.made)
}

extension NewAddressBan: Described {
    package static let schema = Schema.object(
        .field("range", .text(2...60), "An address, or a block like 10.0.0.0/8 or 2001:db8::/32"),
        .field("reason", .reason), .optional("expires_at", .timestamp, "Left out: for good"))
    package static let example = NewAddressBan(
        range: "192.0.2.0/24", reason: "A botnet", expiresAt: ban.end)
}

extension ClientBanBody: Described {
    package static let schema = Schema.object(
        .field("id", .id), .field("prefix", .words, "How their peer ids begin"),
        .field("kind", .choice(of: ClientRule.self), kinds), .field("reason", .words),
        .field("actor", .words, "Who made it"),
        .field("made_at", .timestamp))
    package static let example = ClientBanBody(
        id: 2, prefix: "-XX", reason: "It lies", actor: "sara", madeAt: ban.made)

    fileprivate static let kinds =
        "A ban keeps them out; while any are allowed, none but those are let in"
}

extension NewClientBan: Described {
    package static let schema = Schema.object(
        .field("prefix", .text(1...20), "How their peer ids begin (BEP 20)"),
        .optional("kind", .choice(of: ClientRule.self), ClientBanBody.kinds),
        .field("reason", .reason))
    package static let example = NewClientBan(prefix: "-XX", kind: .ban, reason: "It lies")
}

private let ban = (
    made: Timestamp(seconds: 1_790_000_000), end: Timestamp(seconds: 4_000_000_000)
)
