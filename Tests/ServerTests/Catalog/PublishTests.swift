import API
import Bencoding
import Domain
import Foundation
import Testing

@Suite(.everyEngine) struct PublishTests {
    @Test("publish, wait, be approved, be found without accents")
    func road() async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let entry = try await site.publish(
                1, title: " Relatório  de Segurança ", description: "Análise\u{1B}[2J anual",
                tags: ["Anual", "anual", "Duas Palavras"], by: ana)
            #expect(entry.summary.title == "Relatório de Segurança")
            #expect(entry.summary.status == .pending)
            #expect(entry.summary.tags == ["anual", "duas-palavras"])
            #expect(entry.summary.kind == .pdf)
            #expect(entry.summary.size.bytes == 40_000)
            #expect(entry.description == "Análise[2J anual")
            #expect(entry.files == [CatalogFile(path: "relatorio.pdf", size: entry.summary.size)])
            #expect(entry.uploaderRole == "Member")
            #expect(try await site.search("relatorio seguranca", as: bia).total == 0)
            #expect(try await site.search("", status: .pending, as: ada).total == 1)

            let id = entry.summary.id.rawValue
            let approved = try await site.call(Endpoints.approve, id, as: ada)
            #expect(approved.summary.status == .approved)
            let found = try await site.search("relatorio seguranca", as: bia)
            #expect(found.items.map(\.title) == ["Relatório de Segurança"])
            #expect(found.total == 1)
            #expect(
                try await site.refusal(Endpoints.approve, id, as: ada).code == "already_decided")
        }
    }

    @Test("what is pending is seen by its uploader and by those who may approve")
    func pending() async throws {
        try await TestSite.with { site in
            let (ana, bia) = (try await site.member("ana"), try await site.member("bia"))
            let gil = try await site.member("gil", role: BuiltInRoles.gerente)
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let id = try await site.publish(1, by: ana).summary.id.rawValue
            for (member, isSeen) in [(ana, true), (bia, false), (gil, false), (ada, true)] {
                #expect(
                    try await site.search("", status: .pending, as: member).total
                        == (isSeen ? 1 : 0))
                let page = try await site.send(Endpoints.catalogEntry, [id], as: member)
                #expect(page.status == (isSeen ? 200 : 404))
                let file = try await site.send(Endpoints.torrentFile, [id], as: member)
                #expect(file.status == (isSeen ? 200 : 404))
            }
        }
    }

    @Test("who need not be moderated is in the catalog at once")
    func unmoderated() async throws {
        try await TestSite.with { site in
            let gil = try await site.member("gil", role: BuiltInRoles.gerente)
            #expect(try await site.publish(1, by: gil).summary.status == .approved)
            #expect(try await site.search("", as: gil).total == 1)
        }
    }

    @Test("nobody approves or rejects what they published themselves")
    func ownUpload() async throws {
        try await TestSite.with { site in
            let reviewer = try await site.call(
                Endpoints.createRole,
                body: NewRole(
                    name: "Revisor", weight: try #require(RoleWeight(500)),
                    parentId: BuiltInRoles.member, grants: [.uploadsApprove]), as: site.admin)
            let rui = try await site.member("rui", role: reviewer.id)
            let ana = try await site.member("ana")
            let own = try await site.publish(1, by: rui).summary.id.rawValue
            #expect(try await site.refusal(Endpoints.approve, own, as: rui).code == "own_upload")
            #expect(
                try await site.refusal(
                    Endpoints.reject, own, body: ReasonBody(reason: "no"), as: rui
                ).code == "own_upload")
            let other = try await site.publish(2, by: ana).summary.id.rawValue
            try await site.call(Endpoints.approve, other, as: rui)
            #expect(
                try await site.refusal(Endpoints.approve, own, as: ana).code == "permission_missing"
            )
        }
    }

    @Test("a rejection has a reason that the uploader reads, and stays")
    func reject() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let id = try await site.publish(1, by: ana).summary.id.rawValue
            #expect(
                try await site.refusal(Endpoints.reject, id, body: ReasonBody(reason: " "), as: ada)
                    .code == "invalid_reason")
            try await site.call(
                Endpoints.reject, id, body: ReasonBody(reason: "too\tblurred"), as: ada)
            let entry = try await site.call(Endpoints.catalogEntry, id, as: ana)
            #expect(entry.summary.status == .rejected)
            #expect(entry.reason == "too blurred")
            #expect(
                try await site.refusal(Endpoints.approve, id, as: ada).code == "already_decided")
            #expect(try await site.search("", as: ada).total == 0)
        }
    }

    @Test("a deleted entry is gone for everybody, and cannot be published again")
    func delete() async throws {
        try await TestSite.with { site in
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            let id = try await site.publish(1, by: ada).summary.id.rawValue
            let reason = ReasonBody(reason: "on request")
            #expect(
                try await site.refusal(Endpoints.deleteEntry, id, body: reason, as: ada).code
                    == "permission_missing")
            try await site.call(Endpoints.deleteEntry, id, body: reason, as: site.admin)
            for member in [ada, site.admin] {
                #expect(
                    try await site.refusal(Endpoints.catalogEntry, id, as: member).status == 404)
                #expect(try await site.search("relatorio", as: member).total == 0)
            }
            #expect(
                try await site.refusal(Endpoints.deleteEntry, id, body: reason, as: site.admin)
                    .status == 404)
            let again = try await site.refusal(Endpoints.publish, body: request(1), as: ada)
            #expect(again.code == "already_published")
            #expect(again.catalogId == nil)
        }
    }

    @Test("a torrent published before is named to those who may see it, and to nobody else")
    func alreadyPublished() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: site.admin)
            let again = try await site.refusal(Endpoints.publish, body: request(1), as: ana)
            #expect(again.status == 409 && again.catalogId == entry.summary.id)
            try await site.publish(2, weight: 400, by: site.admin)
            let hidden = try await site.refusal(Endpoints.publish, body: request(2), as: ana)
            #expect(hidden.status == 409 && hidden.catalogId == nil)
        }
    }

    @Test("nobody publishes for those above them, or with words out of bounds")
    func bounds() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let refusal = { (request: PublishRequest) in
                try await site.refusal(Endpoints.publish, body: request, as: ana).code
            }
            #expect(try await refusal(request(1, weight: 101)) == "invalid_min_role_weight")
            for title in ["", " \u{202E} ", String(repeating: "x", count: 201)] {
                #expect(try await refusal(request(1, title: title)) == "invalid_title")
            }
            let pile = "a" + String(repeating: "\u{301}", count: 9000)
            #expect(try await refusal(request(1, title: pile)) == "invalid_title")
            #expect(
                try await refusal(request(1, description: String(repeating: "x", count: 20_001)))
                    == "invalid_description")
            for tags in [
                [""], ["a,b"], [String(repeating: "x", count: 31)], [pile], ["\u{200D}"],
                (0...20).map { "t\($0)" },
            ] { #expect(try await refusal(request(1, tags: tags)) == "invalid_tags") }
            let guest = try await site.member("gus", role: BuiltInRoles.guest)
            #expect(
                try await site.refusal(Endpoints.publish, body: request(1), as: guest).code
                    == "permission_missing")
        }
    }

    @Test(
        "what is no torrent, or a hostile one, is refused in a sentence",
        arguments: HostileTorrent.all)
    func hostile(torrent: HostileTorrent) async throws {
        try await TestSite.with { site in
            let problem = try await site.refusal(
                Endpoints.publish,
                body: PublishRequest(
                    title: "t", description: "", tags: [], minRoleWeight: .guest,
                    torrent: torrent.base64), as: site.admin)
            #expect(problem.status == 422)
            #expect(problem.code == "invalid_torrent")
            #expect(problem.detail.hasSuffix("."))
            #expect(!problem.detail.contains("\u{1B}"))
        }
    }

    @Test("the torrent file holds the caller's announce URL, the private flag and the same torrent")
    func torrentFile() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let ana = try await site.member("ana")
            let entry = try await site.publish(1, by: site.admin)
            for member in [ana, site.admin] {
                let response = try await site.send(
                    Endpoints.torrentFile, [entry.summary.id.rawValue], as: member)
                #expect(response.header("Content-Type") == "application/x-bittorrent")
                let bytes = Array(response.data)
                let root = try BencodeDocument(bytes).root
                let announce = String(decoding: root["announce"]?.string ?? [], as: UTF8.self)
                #expect(
                    announce == "http://127.0.0.1:\(live.trackerPort)/announce"
                        + "?passkey=\(member.passkey.rawValue)")
                #expect(root["info"]?["private"]?.integer == 1)
                #expect(try MetainfoReader.read(bytes).infoHashes == [entry.summary.infoHash])
            }
            #expect(
                try MetainfoReader.read(TestTorrent(1).bytes).infoHashes == [entry.summary.infoHash]
            )
        }
    }

    @Test("a torrent without the private flag gets it, and with it another info hash")
    func madePrivate() async throws {
        try await TestSite.with { site in
            let bytes = TestTorrent(5, isPrivate: false).bytes
            let request = PublishRequest(
                title: "t", description: "", tags: [], minRoleWeight: .guest,
                torrent: Data(bytes).base64EncodedString())
            let entry = try await site.call(Endpoints.publish, body: request, as: site.admin)
            #expect(entry.summary.infoHash == (try MetainfoReader.read(bytes).infoHashes[0]))
            let response = try await site.send(
                Endpoints.torrentFile, [entry.summary.id.rawValue], as: site.admin)
            let root = try BencodeDocument(Array(response.data)).root
            #expect(root["info"]?["private"]?.integer == 1)
        }
    }

    private func request(
        _ number: Int, title: String = "t", description: String = "", tags: [String] = [],
        weight: Int = 0
    ) throws -> PublishRequest {
        PublishRequest(
            title: title, description: description, tags: tags,
            minRoleWeight: try #require(RoleWeight(weight)), torrent: TestTorrent(number).base64)
    }
}
