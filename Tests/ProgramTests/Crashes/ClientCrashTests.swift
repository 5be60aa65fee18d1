import API
import APIClient
import Domain
import Foundation
import Testing

/// Resume data: whatever ends a client, the next one goes on.
@Suite(.inTurn) struct ClientCrashTests {
    /// More than what was in flight when the client died may not come again.
    private static let inFlight: Int64 = 2_500_000
    private let film = noise(8_000_000)

    @Test("a download killed in the middle goes on where it was")
    func commandKilled() async throws {
        try await RunningServer.run { server in
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.gerente)
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            let file = try gil.home.write(film, to: "aula.avi")

            try await gil.seeding(file, titled: "Aula", uploadLimit: 2000) { entry in
                try await server.admin().awaitSeeder(of: entry.id)
                let words = ["download", "\(entry.id)", "--json", "--listen-peers", "127.0.0.1:0"]
                try await rui.enxame(words) { download in
                    try await eventually("half has arrived") { download.done >= 4_000_000 }
                    try await download.stop(SIGKILL)
                    #expect(download.done < film.count)
                }
                let second = try await rui.enxame(words)
                #expect(second.code == 0, "\(second.error)")
                #expect(rui.home.bytes("aula.avi") == film)
                #expect(rui.home.names(".local/state/enxame/downloads") == [])
            }
            try await expectLittleSentTwice(server)
        }
    }

    @Test("the full screen, killed in the middle of a download, goes on with it at the next start")
    func screenKilled() async throws {
        try await RunningServer.run { server in
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.gerente)
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            let file = try gil.home.write(film, to: "aula.avi")

            try await gil.seeding(file, titled: "Aula", uploadLimit: 2000) { entry in
                try await server.admin().awaitSeeder(of: entry.id)
                try await rui.screen { terminal, enxame in
                    try await terminal.wait(for: "● live")
                    try await terminal.press("d", "2")
                    try await terminal.wait("half has arrived") { $0.percent >= 50 }
                    kill(enxame, SIGKILL)
                    try await eventually("it is gone") { !Processes.isRunning(enxame) }
                }
                try await rui.screen { terminal, _ in
                    try await terminal.wait(for: "● live")
                    try await terminal.press("2")
                    let first = try await terminal.wait("the transfer is there") { $0.percent > 0 }
                    #expect(first.percent >= 25)
                    try await terminal.wait(for: "Aula is complete")
                }
                #expect(rui.home.bytes("Downloads/aula.avi") == film)
            }
            try await expectLittleSentTwice(server)
        }
    }

    /// The server's books say what went over the wire, now that the seeder has said its last.
    private func expectLittleSentTwice(_ server: RunningServer) async throws {
        let sent = try await server.client(RunningServer.request("gil")).booked().up
        #expect(sent >= Int64(film.count))
        #expect(sent < Int64(film.count) + Self.inFlight)
        #expect(try await server.verifyLedger().code == 0)
    }
}

extension String {
    /// The first percentage on the screen; 0 where there is none.
    fileprivate var percent: Int {
        firstMatch(of: /(\d+)%/).flatMap { Int($0.output.1) } ?? 0
    }
}
