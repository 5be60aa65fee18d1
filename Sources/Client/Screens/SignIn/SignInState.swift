package import API

/// The way in: which community, and who.
package struct SignInState: Equatable, Sendable {
    /// Something that can have the focus.
    package enum Stop: Hashable, Sendable {
        case username, password, code
        case demoAccount(Int)
        case server(Int)
        case host, demo, enterAddress
    }

    package enum Busy: Hashable, Sendable {
        case signingIn, resuming, hosting, startingDemo
    }

    package var server: ServerAddress?
    package var remembered: [RememberedServer]
    package var demo: DemoCommunity?
    package var hosted: HostedCommunity?
    package var username = TextField()
    package var password = TextField()
    /// Of the second factor; there once the community has asked for it.
    package var code: TextField?
    package var focus = Stop.host
    package var busy: Busy?
    /// One sentence under what it is about.
    package var failure: Phrase?
    /// Said once above the fields: why one is here again.
    package var notice: Phrase?

    package init(
        server: ServerAddress? = nil, remembered: [RememberedServer] = [],
        demo: DemoCommunity? = nil
    ) {
        self.server = server ?? demo?.server
        self.remembered = remembered
        self.demo = demo
        focus = firstStop
    }

    package var demoAccounts: [DemoCommunity.Account] {
        guard let demo, demo.server == server else { return [] }
        return demo.accounts
    }

    /// Other communities this client knows.
    package var otherServers: [RememberedServer] { remembered.filter { $0.address != server } }

    /// Everything that can have the focus, from the top.
    package var stops: [Stop] {
        let fields: [Stop] =
            server == nil
            ? [] : [.username, .password] + (code == nil ? [] : [.code])
        let accounts = demoAccounts.indices.map { Stop.demoAccount($0) }
        let servers = otherServers.indices.map { Stop.server($0) }
        let ways: [Stop] = demo == nil ? [.host, .demo, .enterAddress] : [.enterAddress]
        return fields + accounts + servers + ways
    }

    package var firstStop: Stop {
        if demoAccounts.isEmpty { return stops.first ?? .host }
        return .demoAccount(0)
    }

    package var isTyping: Bool { busy == nil && [.username, .password, .code].contains(focus) }
}
