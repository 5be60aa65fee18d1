import API
import APIClient
import Domain
import Foundation
import Testing

/// The whole road with everything real: server, command line, peers, tracker.
@Suite(.inTurn) struct RealChainTests {
    @Test("what a member publishes is approved, found, fetched, and booked to the byte")
    func wholeRoad() async throws {
        try await RunningServer.run { server in
            let maria = try await Person.joining(server, "maria", as: BuiltInRoles.member)
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            let ana = try await server.join("ana", as: BuiltInRoles.admin)
            let report = noise(2_345_678)
            let file = try maria.home.write(report, to: "relatorio.pdf")

            try await maria.seeding(file, titled: "Relatório de Segurança") { entry in
                #expect(entry.status == .pending)
                #expect(try await rui.found("relatorio seguranca") == [])

                _ = try await ana.call(Endpoints.approve, ids: [entry.id.rawValue])
                try await ana.awaitSeeder(of: entry.id)
                let found = try await rui.found("relatorio seguranca")
                #expect(found.map(\.title) == ["Relatório de Segurança"])

                let fetched = try await rui.enxame(
                    "download", "--file-id", "\(entry.id)", "--dest", "./downloads")
                #expect(fetched.code == 0, "\(fetched.error)")
                #expect(rui.home.bytes("downloads/relatorio.pdf") == report)
            }

            let size = Int64(report.count)
            let uploader = try await server.client(RunningServer.request("maria"))
            #expect(try await uploader.booked() == Booked(up: size, down: 0))
            let downloader = try await server.client(RunningServer.request("rui"))
            #expect(try await downloader.booked() == Booked(up: 0, down: size))
            #expect(try await server.verifyLedger().code == 0)
        }
    }

    @Test("a member never sees what is for supervisors, by any path; a supervisor does")
    func hiddenEntry() async throws {
        try await RunningServer.run { server in
            let ana = try await Person.joining(server, "ana", as: BuiltInRoles.admin)
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            let sofia = try await Person.joining(server, "sofia", as: BuiltInRoles.supervisor)
            let file = try ana.home.write(noise(200_000), to: "backup-interno.tar")

            try await ana.seeding(file, titled: "Backup interno", minRoleWeight: 400) { entry in
                let id = entry.id.rawValue
                try await server.admin().awaitSeeder(of: entry.id)

                #expect(try await rui.enxame("list").error == "The catalog is empty.\n")
                #expect(try await rui.enxame("search", "backup").error == "Nothing found.\n")
                let listed = try await rui.enxame("list", "--json").output
                #expect(
                    listed == #"{"did_you_mean":null,"items":[],"next_cursor":null,"total":0,"#
                        + #""total_is_capped":false}"# + "\n")
                let refused = try await rui.enxame("download", "\(id)", "--dest", "here")
                #expect(refused.code == 66)
                #expect(refused.complaints.count == 1)
                #expect(!refused.error.contains("Backup"))
                #expect(!rui.home.exists("here"))

                let member = try await server.client(RunningServer.request("rui"))
                await #expect(throws: APIError.self) { try await member.torrentFile(entry.id) }
                await #expect(throws: APIError.self) {
                    try await member.call(Endpoints.catalogEntry, ids: [id])
                }

                #expect(try await sofia.found("backup").map(\.id) == [entry.id])
                let fetched = try await sofia.enxame("download", "\(id)", "--dest", "here")
                #expect(fetched.code == 0, "\(fetched.error)")
                #expect(sofia.home.bytes("here/backup-interno.tar") == noise(200_000))
            }
        }
    }
}
