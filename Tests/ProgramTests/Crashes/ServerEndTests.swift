import API
import APIClient
import Domain
import Foundation
import Testing

/// The server's end, asked for or not.
@Suite(.inTurn) struct ServerEndTests {
    @Test("a server asked to end does so at once, although somebody listens to its events")
    func listeners() async throws {
        try await RunningServer.run { server in
            let admin = try await server.admin()
            let (connected, connection) = AsyncStream.makeStream(of: Void.self)
            let listening = Task {
                for await event in admin.events() where event == .live { connection.yield() }
            }
            for await _ in connected { break }
            let begin = ContinuousClock.now
            try await server.stop()
            #expect(ContinuousClock.now - begin < .seconds(5))
            listening.cancel()
        }
    }

    @Test("a server killed in the middle of a transfer comes back, and every byte is booked once")
    func killedInTheMiddle() async throws {
        try await RunningServer.run { server in
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.gerente)
            let rui = try await Person.joining(server, "rui", as: BuiltInRoles.member)
            let film = noise(6_000_000)
            let file = try gil.home.write(film, to: "aula.avi")

            try await gil.seeding(file, titled: "Aula", uploadLimit: 1200) { entry in
                let uploader = try await server.client(RunningServer.request("gil"))
                try await uploader.awaitSeeder(of: entry.id)
                try await rui.enxame(
                    "download", "\(entry.id)", "--json", "--listen-peers", "127.0.0.1:0"
                ) { download in
                    try await eventually("a part has arrived") { download.done >= 1_000_000 }
                    try await server.crash()
                    let before = download.done
                    #expect(before < film.count)
                    try await server.restart()
                    let ended = try await download.end()
                    #expect(ended.code == 0, "\(ended.error)")
                }
                #expect(rui.home.bytes("aula.avi") == film)
            }

            let size = Int64(film.count)
            let uploader = try await server.client(RunningServer.request("gil"))
            #expect(try await uploader.booked() == Booked(up: size, down: 0))
            let downloader = try await server.client(RunningServer.request("rui"))
            #expect(try await downloader.booked() == Booked(up: 0, down: size))
            let verified = try await server.verifyLedger()
            #expect(verified.code == 0, "\(verified.output)")
        }
    }
}
