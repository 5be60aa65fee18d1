import API
import APIClient
import Domain
import Foundation
import Testing

/// The five commands of the mission, word for word.
@Suite(.inTurn) struct FiveCommandsTests {
    @Test("login, list, search, download and seed work as they are written down")
    func wordForWord() async throws {
        try await RunningServer.run { server in
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.gerente)
            let report = noise(400_000)
            let file = try gil.home.write(report, to: "relatorio.pdf")
            let me = try Person(at: server.url)

            try await gil.seeding(file, titled: "Relatório de Segurança 2026") { entry in
                let login = try await me.enxame(
                    "login", "--username", "admin", "--password", "admin123")
                #expect(login.output == "Signed in to \(server.url) as admin (SuperAdmin).\n")
                #expect(login.code == 0)
                try await server.admin().awaitSeeder(of: entry.id)

                let list = try await me.enxame("list")
                #expect(list.output.contains("Relatório de Segurança 2026"))
                let search = try await me.enxame("search", "--q", "relatorio segurança")
                #expect(search.output == list.output)

                let download = try await me.enxame(
                    "download", "--file-id", "1", "--dest", "./downloads")
                #expect(download.code == 0)
                #expect(me.home.bytes("downloads/relatorio.pdf") == report)
                // Where nobody watches, progress is lines.
                #expect(download.complaints.last == "Relatório de Segurança 2026: 100%")
                #expect(
                    download.complaints.allSatisfy {
                        $0.wholeMatch(of: /Relatório de Segurança 2026: \d+%/) != nil
                    })
            }

            try me.home.write(noise(300_000), to: "downloads/video.mp4")
            try await me.enxame("seed", "--path", "./downloads/video.mp4") { seeding in
                try await eventually("it is published") { !seeding.output.isEmpty }
                #expect(seeding.output == "Published as entry 2: video.mp4\n")
                try await server.admin().awaitSeeder(of: CatalogID(2))
                let ended = try await seeding.stop(SIGINT)
                #expect(ended.code == 0, "to be interrupted is how seeding ends")
            }
        }
    }

    @Test("what was published before is only seeded; what the staff rejects ends with its reason")
    func seedingAgain() async throws {
        try await RunningServer.run { server in
            let maria = try await Person.joining(server, "maria", as: BuiltInRoles.member)
            let file = try maria.home.write(noise(50_000), to: "receitas.txt")
            try await maria.seeding(file, titled: "Receitas") { first in
                #expect(first.status == .pending)
            }
            try await maria.enxame("seed", "receitas.txt") { seeding in
                try await eventually("it is published already") { !seeding.output.isEmpty }
                #expect(
                    seeding.output
                        == "Published as entry 1; it waits for the staff's approval.\n")
                _ = try await server.admin().call(
                    Endpoints.reject, ids: [1], body: ReasonBody(reason: "sem açúcar"))
                let ended = try await seeding.end()
                #expect(ended.code == 77)
                #expect(ended.complaints.last == "enxame: the staff said no: sem açúcar")
            }
        }
    }

    @Test("with --json every command answers what the API would")
    func json() async throws {
        try await RunningServer.run { server in
            let me = try Person(at: server.url)
            func answer<T: Decodable>(_ type: T.Type, _ words: String...) async throws -> T {
                let ended = try await me.enxame(words + ["--json"])
                try #require(ended.code == 0, "\(ended.error)")
                return try WireCoding.decode(type, from: Data(ended.output.utf8))
            }
            let account = try await answer(
                MeReply.self, "login", "--username", "admin", "--password", "admin123")
            #expect(account.username == "admin")
            #expect(try await answer(CatalogPage.self, "list").items == [])

            let file = try me.home.write(noise(900_000), to: "disco.iso")
            try await me.seeding(file, titled: "Disco") { entry in
                #expect(entry.size == ByteCount(clamping: 900_000))
                try await server.admin().awaitSeeder(of: entry.id)
                let listed = try await answer(CatalogPage.self, "list")
                let found = try await answer(CatalogPage.self, "search", "disco")
                #expect(listed.items.map(\.id) == [entry.id])
                #expect(found == listed)

                try await me.enxame("download", "1", "--dest", "here", "--json") { download in
                    let ended = try await download.end()
                    #expect(ended.code == 0, "\(ended.error)")
                    #expect(download.progress.count == ended.output.split(separator: "\n").count)
                    #expect(download.progress.last?.state == "complete")
                    #expect(download.done == 900_000)
                }
            }
        }
    }

    @Test("a password typed at the prompt is not shown; one from a script comes on standard input")
    func password() async throws {
        try await RunningServer.run { server in
            let script = try Person(at: server.url)
            #expect(try await script.enxame("login", "admin", input: "admin123\n").code == 0)
            // The token is a secret too.
            let file = script.home.path + "/.local/state/enxame/sessions.json"
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
            #expect(mode as? Int == 0o600)

            let me = try Person(at: server.url)
            try await TerminalSession.screen(
                "login admin", in: me.home, environment: ["ENXAME_SERVER": server.url]
            ) { terminal, _ in
                try await terminal.wait(for: "Password of admin at \(server.url):")
                try await terminal.type("admin123")
                try await terminal.press("Enter")
                let screen = try await terminal.wait(for: "Signed in to \(server.url) as admin")
                #expect(!screen.contains("admin123"))
                #expect(try await terminal.aftermath() == .restored(0))
            }
        }
    }
}
