import API
import APIClient
import Domain
import Foundation
import Testing

/// Places where a download cannot go.
@Suite(.inTurn) struct DiskTests {
    @Test("a folder that cannot be written to is named, and so is an entry that is not there")
    func notWritable() async throws {
        try await downloading { me, entry in
            try me.home.write([1], to: "file")
            let ended = try await me.enxame("download", "\(entry)", "--dest", "file/below")
            #expect(ended.code == 73)
            #expect(
                ended.complaints.last == "enxame: \(me.home.path)/file/below cannot be written to")
            #expect(me.home.bytes("file") == [1])

            let missing = try await me.enxame("download", "99")
            #expect(missing.code == 66)
            #expect(missing.complaints == ["enxame: There is no such catalog entry."])
        }
    }

    /// Root may mount; nobody else can make a small disk.
    @Test("a full disk is told with what is missing", .enabled(if: geteuid() == 0))
    func diskFull() async throws {
        try await downloading { me, entry in
            let disk = me.home.path + "/disk"
            try FileManager.default.createDirectory(
                atPath: disk, withIntermediateDirectories: false)
            let mounted = try await run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk)
            guard mounted.code == 0 else { return }
            do {
                let ended = try await me.enxame("download", "\(entry)", "--dest", "disk")
                #expect(ended.code == 73)
                #expect(
                    ended.complaints.last?.contains(/disk full on .*\/disk: .* short/) == true,
                    "\(ended.error)")
            } catch {
                _ = try? await run("umount", disk)
                throw error
            }
            #expect(try await run("umount", disk).code == 0)
        }
    }

    private func downloading(
        _ body: (_ me: Person, _ entry: CatalogID) async throws -> Void
    ) async throws {
        try await RunningServer.run { server in
            let me = try await Person.signedIn("admin", at: server)
            let file = try me.home.write(noise(3_000_000), to: "aula.avi")
            try await me.seeding(file, titled: "Aula") { entry in
                try await server.admin().awaitSeeder(of: entry.id)
                try await body(me, entry.id)
            }
        }
    }

    private func run(_ words: String...) async throws -> Ended {
        try await RunningProgram.start(
            words[0], Array(words.dropFirst()), environment: Binaries.environment(home: "/"),
            in: "/"
        ).end()
    }
}
