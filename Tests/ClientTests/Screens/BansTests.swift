import API
import Cells
import Client
import Domain
import Testing

@Suite struct BansTests {
    @Test("the section asks for both lists, and c shows the other one")
    func opening() {
        var stage = Sample.admin(.roles)
        stage.press("]", "]", "]")
        #expect(stage.state.admin.section == .bans)
        #expect(
            stage.effects.suffix(2) == [
                .fetchAddressBans(PageQuery(limit: 100)), .fetchClientBans(PageQuery(limit: 100)),
            ])
        stage.answerStaff()
        #expect(stage.shows("Addresses 3") && stage.shows("Clients 1"))
        #expect(stage.shows("203.0.113.0/24") && !stage.shows("-XL0012-"))
        stage.press("c")
        #expect(stage.shows("-XL0012-") && stage.shows("never uploads a byte"))
    }

    @Test("only who may ban has the section")
    func permission() {
        #expect(!Sample.signedIn(as: BuiltInRoles.admin).state.adminSections.contains(.bans))
        var stage = Sample.signedIn("ana", as: BuiltInRoles.admin)
        stage.press(":")
        stage.type("new ban")
        #expect(!stage.shows("New ban…"))
    }

    @Test("addresses are banned by a block, with a reason, for a while or for good")
    func banAddresses() {
        var stage = Sample.admin(.bans)
        stage.press("n")
        stage.type("10.300.0.0/8")
        stage.press(.enter)
        #expect(stage.shows("An address, or a block of them as 10.0.0.0/8."))
        stage.press(.control("u"))
        stage.type("10.0.0.0/8")
        stage.press(.tab)
        stage.type("open proxies")
        stage.press(.enter)
        #expect(
            stage.effects == [
                .banAddresses(NewAddressBan(range: "10.0.0.0/8", reason: "open proxies"))
            ])
        stage.send(
            .addressesBanned(
                .failure(
                    CommunityFailure(.refused, code: "own_address", "That would be yourself."))))
        #expect(stage.shows("That would be yourself."))
        stage.press(.tab)
        stage.type("12h")
        stage.settle()
        stage.press(.enter)
        #expect(
            stage.effects == [
                .banAddresses(
                    NewAddressBan(
                        range: "10.0.0.0/8", reason: "open proxies",
                        expiresAt: Sample.now.timestamp.adding(seconds: 43_200)))
            ])
        stage.settle()
        stage.send(.addressesBanned(.success(Sample.addressBans[0])))
        #expect(stage.state.overlays.isEmpty)
        #expect(stage.status.contains("203.0.113.0/24 is banned."))
        #expect(stage.effects == [.fetchAddressBans(PageQuery(limit: 100))])
    }

    @Test("the machine that the server runs on is not banned, and the form says so by itself")
    func loopback() {
        var stage = Sample.admin(.bans)
        stage.press("n")
        stage.type("127.0.0.0/8")
        stage.press(.tab)
        stage.type("x")
        stage.press(.enter)
        #expect(stage.effects.isEmpty)
        #expect(stage.shows("This would ban the machine that the server runs on"))
    }

    @Test("a client is banned by how its peer ids begin")
    func banClient() {
        var stage = Sample.admin(.bans)
        stage.press("c", "n")
        stage.type("-X")
        stage.press(.enter)
        #expect(stage.shows("A prefix is 3 to 20 letters"))
        stage.type("L0012-")
        stage.press(.tab)
        stage.type("never uploads")
        stage.press(.enter)
        #expect(
            stage.effects == [
                .banClient(NewClientBan(prefix: "-XL0012-", reason: "never uploads"))
            ])
    }

    @Test("a client is let in by name, and told apart from those that are banned")
    func allowClient() {
        var stage = Sample.admin(.bans)
        stage.press("c", "n")
        stage.type("-qB")
        stage.press(.tab)
        stage.type("it counts well")
        stage.press(.tab)
        stage.press(.right)
        stage.press(.enter)
        let rule = NewClientBan(prefix: "-qB", kind: .allow, reason: "it counts well")
        #expect(stage.effects == [.banClient(rule)])
        stage.send(
            .clientBanned(
                .success(
                    ClientBanBody(
                        id: 9, prefix: "-qB", kind: .allow, reason: "it counts well",
                        actor: "root", madeAt: Sample.ago(1)))))
        #expect(stage.status.contains("-qB is let in."))
        guard case .fetchClientBans(let query)? = stage.effects.last else {
            Issue.record("the list is asked for again")
            return
        }
        let rules = [
            ClientBanBody(
                id: 9, prefix: "-qB", kind: .allow, reason: "it counts well", actor: "root",
                madeAt: Sample.ago(1))
        ]
        stage.send(.clientBansFetched(query, .success(Page(items: rules + Sample.clientBans))))
        // The selection stays where it was.
        stage.press(.up)
        #expect(stage.shows("let in, and whoever is not named is not"))
        stage.press("D")
        #expect(stage.shows("let in by root: it counts well"))
    }

    @Test("lifting a ban asks, naming it, and removes that row only")
    func lift() {
        var stage = Sample.admin(.bans)
        stage.press(.down)
        stage.press("D")
        #expect(stage.shows("2001:db8:bad::/48") && stage.shows("banned by maria"))
        stage.press("y")
        #expect(stage.effects == [.unbanAddresses(2)])
        stage.send(.addressesUnbanned(2, .success(Nothing())))
        #expect(!stage.shows("2001:db8:bad::/48") && stage.shows("203.0.113.0/24"))
        #expect(stage.status.contains("The ban is lifted."))
        stage.settle()
        stage.press("c", "D", "y")
        #expect(stage.effects == [.unbanClient(5)])
    }

    @Test("a ban that somebody else lifted first is asked for again")
    func raced() {
        var stage = Sample.admin(.bans)
        stage.press("D", "y")
        stage.settle()
        stage.send(
            .addressesUnbanned(3, .failure(CommunityFailure(.missing, "There is no such ban."))))
        #expect(stage.effects == [.fetchAddressBans(PageQuery(limit: 100))])
        #expect(stage.status.contains("There is no such ban."))
    }

    @Test("the next page is asked for before the cursor reaches the end")
    func paging() {
        var stage = Sample.admin(.bans)
        let many = (1...100).reversed().map { id in
            AddressBanBody(
                id: 1000 + Int64(id), range: "10.0.0.\(id)", reason: "r", expiresAt: nil,
                actor: "root",
                madeAt: Sample.days(1))
        }
        stage.press("[", "]")
        stage.send(
            .addressBansFetched(
                PageQuery(limit: 100), .success(Page(items: many, nextCursor: "x"))))
        #expect(stage.shows("Addresses 100+"))
        stage.settle()
        stage.press("G")
        #expect(stage.effects == [.fetchAddressBans(PageQuery(limit: 100, cursor: "x"))])
        stage.send(
            .addressBansFetched(
                PageQuery(limit: 100, cursor: "x"), .success(Page(items: [many[99]]))))
        #expect(stage.state.admin.bans.addresses.items.count == 100, "nothing is listed twice")
    }
}

extension Stage {
    fileprivate mutating func press(_ letters: Character...) {
        for letter in letters { press(letter) }
    }
}
