import API
import Domain
import Service
import Store
import Testing

/// A member is put out at any moment of an announce of theirs that is being answered.
@Suite struct BetweenReadsTests {
    static let acts: [SuddenAct] = [.demotion, .ban, .deletion, .passkeyReset]

    @Test("whatever was read before, they are in no swarm after", arguments: acts)
    func between(_ act: SuddenAct) async throws {
        var held = 0
        for count in 0..<12 {
            let folder = try TemporaryFolder()
            let engine = HoldingEngine(
                try SQLiteEngine(path: folder.path + "/enxame.sqlite"))
            let home = try await TestHome(folder: folder, engine: engine)
            let wasHeld = try await Self.race(act, home, engine, after: count)
            if wasHeld { held += 1 }
        }
        // An announce reads several times, and was stopped at each.
        #expect(held >= 4)
    }

    private static func race(
        _ act: SuddenAct, _ home: TestHome, _ engine: HoldingEngine, after count: Int
    ) async throws -> Bool {
        let (results, continuation) = AsyncStream.makeStream(of: Bool.self)
        try await LiveSite.with(home) { live in
            let site = live.site
            let ana = try await site.member("ana", role: BuiltInRoles.supervisor)
            let sue = try await site.member("sue", role: BuiltInRoles.supervisor)
            let hash = try await site.publish(1, weight: 400, by: site.admin).summary.infoHash
            try await live.announce(sue, hash, left: 40_000)
            engine.hold(after: count)
            let announce = Task { _ = try await live.announce(ana, hash) }
            let isHeld = await engine.waitUntilHeld(or: announce)
            try await act.perform(on: ana, site)
            engine.release()
            try await announce.value
            let peers = try await live.announce(sue, hash, left: 40_000).peers
            #expect(peers.isEmpty, "held after \(count) reads")
            continuation.yield(isHeld)
        }
        continuation.finish()
        return await results.first { _ in true } ?? false
    }
}
