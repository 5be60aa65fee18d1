import API
import APIClient
import Domain
import Foundation
import Testing

/// Clients that know nothing of us.
@Suite(.inTurn) struct StockClientTests {
    @Test("aria2 downloads with a member's torrent, and the ratio is booked to the byte")
    func aria2() async throws {
        try await RunningServer.run { server in
            let gil = try await Person.joining(server, "gil", as: BuiltInRoles.gerente)
            let maria = try await server.join("maria", as: BuiltInRoles.member)
            let album = noise(3_000_001)
            let file = try gil.home.write(album, to: "album.zip")
            let here = try TemporaryFolder()

            try await gil.seeding(file, titled: "Álbum") { entry in
                try await maria.awaitSeeder(of: entry.id)
                let torrent = try await maria.torrentFile(entry.id)
                try here.write(torrent, to: "album.torrent")
                let client = try await RunningProgram.start(
                    "aria2c",
                    [
                        "--seed-time=0", "--enable-dht=false", "--enable-dht6=false",
                        "--bt-enable-lpd=false", "--no-conf", "album.torrent",
                    ], environment: Binaries.environment(home: here.path), in: here.path)
                let ended = try await client.end()
                #expect(ended.code == 0, "\(ended.output)")
                #expect(here.bytes("album.zip") == album)
            }

            let size = Int64(album.count)
            #expect(try await maria.booked() == Booked(up: 0, down: size))
            let seeder = try await server.client(RunningServer.request("gil"))
            #expect(try await seeder.booked() == Booked(up: size, down: 0))
            #expect(try await server.verifyLedger().code == 0)
        }
    }
}
