import API
import Domain
import Service
import Testing

/// Server-sent events through the real listener.
@Suite(.everyEngine) struct EventStreamTests {
    @Test("an approval arrives at everybody who may see the entry")
    func approved() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let (atBia, atAda) = (try await live.events(as: bia), try await live.events(as: ada))
            let entry = try await site.publish(1, title: "Mapa", by: ana)
            try await site.call(Endpoints.approve, entry.summary.id.rawValue, as: ada)
            // That it waited is for those who approve.
            let seen = try await atBia.events(until: .catalogApproved)
            #expect(seen.map(\.kind) == [.catalogApproved])
            #expect(seen.map(\.title) == ["Mapa"])
            #expect(seen.map(\.catalogId) == [entry.summary.id])
            #expect(
                try await atAda.events(until: .catalogApproved).map(\.kind)
                    == [.uploadPending, .catalogApproved])
        }
    }

    @Test("a rejection arrives once, at its uploader and the staff")
    func rejected() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let (atAna, atBia) = (try await live.events(as: ana), try await live.events(as: bia))
            let entry = try await site.publish(1, title: "Mapa", by: ana)
            try await site.call(
                Endpoints.reject, entry.summary.id.rawValue, body: ReasonBody(reason: "blurred"),
                as: site.admin)
            try await site.publish(2, by: site.admin)
            let seen = try await atAna.events(until: .catalogApproved)
            #expect(seen.map(\.kind) == [.catalogRejected, .catalogApproved])
            #expect(seen.first?.reason == "blurred")
            #expect(
                try await atBia.events(until: .catalogApproved).map(\.kind) == [.catalogApproved])
        }
    }

    @Test("what was pending and is deleted is told to nobody who did not know of it")
    func deletedWhilePending() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let entry = try await site.publish(1, title: "Segredo", by: ana)
            let (atAna, atBia) = (try await live.events(as: ana), try await live.events(as: bia))
            try await site.call(
                Endpoints.deleteEntry, entry.summary.id.rawValue, body: ReasonBody(reason: "x"),
                as: site.admin)
            try await site.publish(2, title: "Mapa", by: site.admin)
            #expect(
                try await atAna.events(until: .catalogApproved).map(\.title) == ["Segredo", "Mapa"])
            #expect(try await atBia.events(until: .catalogApproved).map(\.title) == ["Mapa"])
        }
    }

    @Test("a newcomer is told to those who may read the list of members")
    func newcomer() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let bia = try await site.member("bia")
            let (atAda, atBia) = (try await live.events(as: ada), try await live.events(as: bia))
            let eva = try await site.member("eva")
            #expect(try await atAda.events(until: .userChanged).last?.userId == eva.id)
            try await site.publish(1, by: site.admin)
            #expect(
                try await atBia.events(until: .catalogApproved).map(\.kind) == [.catalogApproved])
        }
    }

    @Test("a changed ratio is told to its owner, with the figures")
    func ratio() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let (atAna, atBia) = (try await live.events(as: ana), try await live.events(as: bia))
            let entry = try await site.publish(1, by: site.admin)
            try await live.announce(ana, entry.summary.infoHash)
            try await live.announce(ana, entry.summary.infoHash, up: 77, event: nil)
            let told = try await atAna.events(until: .ratioChanged).last
            #expect(told?.stats?.bytesUp.bytes == 77)
            #expect(told?.userId == ana.id)
            try await site.publish(2, title: "Fim", by: site.admin)
            let kinds = try await atBia.events(until: .swarmChanged).map(\.kind)
            #expect(!kinds.contains(.ratioChanged))
        }
    }

    @Test("a ban ends the stream with its reason, the session and the announces")
    func ban() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let entry = try await site.publish(1, by: site.admin)
            let hash = entry.summary.infoHash
            try await live.announce(ana, hash)
            let stream = try await live.events(as: ana)
            let _: UserBody = try await site.call(
                Endpoints.banUser, ana.id.rawValue, body: BanBody(reason: "fake files"),
                as: site.admin)
            let last = try #require(try await stream.eventsToTheEnd().last)
            #expect(last.kind == .sessionEnded && last.reason == "fake files")
            #expect(try await site.refusal(Endpoints.me, as: ana).status == 401)
            #expect(
                try await live.announce(ana, hash).failure
                    == "You are banned from this community, until its staff lifts that: fake files")
            #expect(
                try await live.tracker.scrape(ana.passkey, [hash]).failure?.contains("banned")
                    == true)
            // Others are not sent to them any more, and lists do not count them.
            #expect(try await live.announce(bia, hash, left: 5).peers == [])
            let page = try await site.call(
                Endpoints.catalogEntry, entry.summary.id.rawValue, as: bia)
            #expect(page.summary.seeders == 0 && page.summary.leechers == 1)
        }
    }

    @Test("a new password ends the streams of its owner")
    func password() async throws {
        try await LiveSite.with { live in
            let ana = try await live.site.member("ana")
            let stream = try await live.events(as: ana)
            try await live.site.call(
                Endpoints.changePassword,
                body: PasswordChange(current: ana.password, new: "outra senha"), as: ana)
            #expect(try await stream.eventsToTheEnd().map(\.kind) == [.sessionEnded])
        }
    }

    @Test("a role taken away a moment ago hides what comes now, and the owner is told")
    func demotion() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            let stream = try await live.events(as: sara)
            let _: UserBody = try await site.call(
                Endpoints.changeUser, sara.id.rawValue,
                body: UserPatch(roleId: BuiltInRoles.member), as: site.admin)
            try await site.publish(1, title: "Oculto", weight: 400, by: site.admin)
            try await site.publish(2, title: "Aberto", by: site.admin)
            let seen = try await stream.events(until: .catalogApproved)
            #expect(seen.map(\.kind) == [.meChanged, .catalogApproved])
            #expect(seen.last?.title == "Aberto")
        }
    }

    @Test("after signing out, a stream that is still open says so and nothing more")
    func signOut() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let stream = try await live.events(as: ana)
            try await site.call(Endpoints.signOut, as: ana)
            try await site.publish(1, title: "Depois", by: site.admin)
            #expect(try await stream.eventsToTheEnd().map(\.kind) == [.sessionEnded])
        }
    }
}
