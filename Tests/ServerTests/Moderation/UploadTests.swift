import API
import Domain
import Service
import Testing

/// The queue of uploads: back to the uploader and into it again, edits, and equal files.
@Suite(.everyEngine) struct UploadTests {
    @Test("what is sent back shows its reason, is changed, and waits again")
    func sendBack() async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let id = try await site.publish(1, title: "Velho", by: ana).summary.id.rawValue
            let back = try await site.call(
                Endpoints.sendBack, id, body: ReasonBody(reason: "name the year"), as: site.admin)
            #expect(back.summary.status == .changesRequested && back.reason == "name the year")
            #expect(try await site.call(Endpoints.catalogEntry, id, as: ana).reason != nil)
            #expect(try await site.refusal(Endpoints.catalogEntry, id, as: bia).status == 404)
            #expect(try await site.search("", status: .pending, as: site.admin).items.isEmpty)
            let sent = try await site.search("", status: .changesRequested, as: ana)
            #expect(sent.items.map(\.id.rawValue) == [id])

            let again = try await site.call(
                Endpoints.editEntry, id,
                body: CatalogPatch(title: "Ano 2026", tags: ["Um Dois", "x"]), as: ana)
            #expect(again.summary.status == .pending && again.reason == nil)
            #expect(again.summary.tags == ["um-dois", "x"])
            let _: CatalogDetail = try await site.call(Endpoints.approve, id, as: site.admin)
            // The index has the new words, and the old ones no more.
            #expect(try await site.search("2026 tag:um-dois", as: bia).items.count == 1)
            #expect(try await site.search("velho", as: bia).items.isEmpty)
            #expect(
                try await site.refusal(
                    Endpoints.sendBack, id, body: ReasonBody(reason: "x"), as: site.admin
                ).code == "already_decided")
        }
    }

    @Test("the uploader hears that it was sent back, and the staff that it waits again")
    func told() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let (atAna, atBia) = (try await live.events(as: ana), try await live.events(as: bia))
            let atAdmin = try await live.events(as: site.admin)
            let id = try await site.publish(1, by: ana).summary.id.rawValue
            let _: CatalogDetail = try await site.call(
                Endpoints.sendBack, id, body: ReasonBody(reason: "which year?"), as: site.admin)
            #expect(
                try await atAna.events(until: .catalogSentBack).last?.reason == "which year?")
            let _: CatalogDetail = try await site.call(
                Endpoints.editEntry, id, body: CatalogPatch(description: "2026"), as: ana)
            try await site.publish(2, by: site.admin)
            let kinds = try await atAdmin.events(until: .catalogApproved).map(\.kind)
            #expect(
                kinds == [.uploadPending, .catalogSentBack, .uploadPending, .catalogApproved])
            #expect(
                try await atBia.events(until: .catalogApproved).map(\.kind) == [.catalogApproved])
        }
    }

    @Test("who may change an entry, and when")
    func whoEdits() async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let sara = try await site.member("sara", role: BuiltInRoles.supervisor)
            let sue = try await site.member("sue", role: BuiltInRoles.supervisor)
            let gil = try await site.member("gil", role: BuiltInRoles.gerente)
            let id = try await site.publish(1, by: ana).summary.id.rawValue
            let refusal = { (id: Int64, member: Member) in
                try await site.refusal(
                    Endpoints.editEntry, id, body: CatalogPatch(title: "Outro"), as: member)
            }
            // It waits: for its uploader it is open, for others it is not there.
            let _: CatalogDetail = try await site.call(
                Endpoints.editEntry, id, body: CatalogPatch(title: "Meu"), as: ana)
            #expect(try await refusal(id, sara).status == 404)
            let _: CatalogDetail = try await site.call(Endpoints.approve, id, as: site.admin)
            #expect(try await refusal(id, ana).code == "permission_missing")
            #expect(try await refusal(id, bia).code == "permission_missing")
            let edited = try await site.call(
                Endpoints.editEntry, id, body: CatalogPatch(title: "Da Sara"), as: sara)
            #expect(edited.summary.title == "Da Sara" && edited.summary.status == .approved)

            let hers = try await site.publish(2, by: sue).summary.id.rawValue
            let _: CatalogDetail = try await site.call(Endpoints.approve, hers, as: site.admin)
            #expect(try await refusal(hers, sara).code == "not_below_you")
            let his = try await site.publish(3, by: gil).summary.id.rawValue
            let _: CatalogDetail = try await site.call(
                Endpoints.editEntry, his, body: CatalogPatch(title: "Sem fila"), as: gil)

            let no = try await site.publish(4, by: ana).summary.id.rawValue
            let _: CatalogDetail = try await site.call(
                Endpoints.reject, no, body: ReasonBody(reason: "x"), as: site.admin)
            #expect(try await refusal(no, ana).code == "rejected_upload")
            #expect(try await refusal(99, site.admin).status == 404)
        }
    }

    @Test(
        "a field that is out of bounds is named, and nothing changes",
        arguments: [
            (#"{"title":""}"#, "invalid_title"), (#"{"tags":["a,b"]}"#, "invalid_tags"),
            (#"{"min_role_weight":101}"#, "invalid_min_role_weight"),
            (#"{"min_role_weight":1001}"#, "bad_json"), (#"{"title":7}"#, "bad_json"),
        ])
    func bounds(json: String, code: String) async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: ana)
            let id = entry.summary.id.rawValue
            let reply = try await site.raw(
                .patch, Endpoints.editEntry.path([id]), Array(json.utf8), token: ana.access)
            #expect(try TestSite.problem(reply).code == code)
            #expect(try await site.call(Endpoints.catalogEntry, id, as: ana) == entry)
        }
    }

    @Test("an entry that is raised above a member leaves them at once, at the tracker too")
    func raised() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, title: "Mapa", by: site.admin)
            let (id, hash) = (entry.summary.id.rawValue, entry.summary.infoHash)
            try await live.announce(ana, hash, left: 5)
            let _: CatalogDetail = try await site.call(
                Endpoints.editEntry, id, body: CatalogPatch(minRoleWeight: RoleWeight(500)),
                as: site.admin)
            #expect(try await site.refusal(Endpoints.catalogEntry, id, as: ana).status == 404)
            #expect(try await site.search("mapa", as: ana).items.isEmpty)
            #expect(try await live.announce(ana, hash).failure != nil)
            #expect(try await live.announce(site.admin, hash, left: 5).peers == [])
        }
    }

    @Test("a deleted torrent says why to those who had a session on it, and to nobody else")
    func deleted() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let entry = try await site.publish(1, title: "Mapa", by: site.admin)
            let hash = entry.summary.infoHash
            try await live.announce(ana, hash, left: 5)
            let (atAna, atBia) = (try await live.events(as: ana), try await live.events(as: bia))
            try await site.call(
                Endpoints.deleteEntry, entry.summary.id.rawValue,
                body: ReasonBody(reason: "it was not a map"), as: site.admin)
            try await site.publish(2, by: site.admin)
            #expect(
                try await live.announce(ana, hash, event: nil).failure
                    == "This torrent was deleted by the staff, remove it: it was not a map")
            #expect(
                try await live.announce(bia, hash).failure
                    == "This torrent is not in the catalog: remove it, or look for it there again.")
            let told = try await atAna.events(until: .torrentDeleted).last
            #expect(told?.reason == "it was not a map" && told?.title == "Mapa")
            #expect(
                try await atBia.events(until: .catalogApproved).map(\.kind)
                    == [.catalogDeleted, .catalogApproved])
        }
    }

    @Test("equal files are pointed out, as far as the asker may see the other entry")
    func similar() async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let open = try await site.publish(1, by: site.admin).summary.id
            let hidden = try await site.publish(2, weight: 900, by: site.admin).summary.id
            let waiting = try await site.publish(3, by: ana)
            #expect(waiting.summary.similar == [open])
            let other = try await site.call(
                Endpoints.publish,
                body: PublishRequest(
                    title: "Outro", description: "", tags: [],
                    minRoleWeight: .guest, torrent: TestTorrent(4, file: "outro.pdf").base64),
                as: bia)
            #expect(other.summary.similar == nil)
            let queue = try await site.search("", status: .pending, as: site.admin).items
            let marked = queue.first { $0.id == waiting.summary.id }
            #expect(marked?.similar == [open, hidden])
            // What waits is not told to others.
            let third = try await site.publish(5, by: bia)
            #expect(third.summary.similar == [open])
            // A torrent that is there is refused as before.
            #expect(
                try await site.refusal(
                    Endpoints.publish,
                    body: PublishRequest(
                        title: "x", description: "", tags: [], minRoleWeight: .guest,
                        torrent: TestTorrent(1).base64), as: bia
                ).code == "already_published")
        }
    }
}
