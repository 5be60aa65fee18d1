import Domain

extension Endpoints {
    package static let addressBans = Endpoint<PageQuery, Nothing, Page<AddressBanBody>>(
        .get, "/bans/addresses", .permission(.usersBan), "Banned addresses, newest first")
    package static let banAddresses = Endpoint<Nothing, NewAddressBan, AddressBanBody>(
        .post, "/bans/addresses", .permission(.usersBan), status: 201,
        refusals: [
            .forbidden("not_below_you"), .conflict("already_banned"),
            .invalid("range", "reason", "expires_at"),
            Refusal(422, ["own_address", "loopback_address"]),
        ],
        "Ban an address or a block of them, with a reason")
    package static let unbanAddresses = Endpoint<Nothing, Nothing, Nothing>(
        .delete, "/bans/addresses/{id}", .permission(.usersBan), status: 204,
        "Lift a ban of addresses")
    package static let clientBans = Endpoint<PageQuery, Nothing, Page<ClientBanBody>>(
        .get, "/bans/clients", .permission(.usersBan),
        "Clients that are banned, or let in by name, newest first")
    package static let banClient = Endpoint<Nothing, NewClientBan, ClientBanBody>(
        .post, "/bans/clients", .permission(.usersBan), status: 201,
        refusals: [.conflict("already_banned"), .invalid("prefix", "reason")],
        "Ban the clients whose peer ids begin so, or let only such in, with a reason")
    package static let unbanClient = Endpoint<Nothing, Nothing, Nothing>(
        .delete, "/bans/clients/{id}", .permission(.usersBan), status: 204,
        "Lift a ban of clients, or strike them off the list of those let in")

    package static let banGroup = EndpointGroup(
        "Bans", "Addresses and clients that are refused.",
        [addressBans, banAddresses, unbanAddresses, clientBans, banClient, unbanClient])
}
