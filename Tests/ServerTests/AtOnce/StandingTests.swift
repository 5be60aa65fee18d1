import API
import Domain
import Service
import Store
import Testing

/// Staff is put down, or a member rises, at any moment of an act of staff that is under way.
@Suite(.everyEngine) struct StandingTests {
    @Test(
        "what was decided upon how they stood before is not done after",
        arguments: StaffAct.allCases)
    func between(_ act: StaffAct) async throws {
        let folder = try TemporaryFolder()
        let engine = HoldingEngine(try await TestDatabase.open(folder))
        let pace = PaceClock()
        let home = try await TestHome(folder: folder, engine: engine, pace: pace)
        try await TestSite.with(home) { site in
            var refused = 0
            for change in StandingChange.allCases where act.isAboutMember || change != .promotion {
                for count in 0..<5 {
                    pace.advance(by: .seconds(60))
                    let race = try await Race(act, change, after: count, site, engine)
                    if try await race.run() { refused += 1 }
                }
            }
            // An act reads more than once before it writes, and was stopped there each time.
            #expect(refused >= (act.isAboutMember ? 8 : 3))
        }
    }
}

/// One act, held up after some of its reads.
private struct Race {
    let act: StaffAct
    let change: StandingChange
    let count: Int
    let site: TestSite
    let engine: HoldingEngine
    let actor, target: Member
    let role: RoleID

    init(
        _ act: StaffAct, _ change: StandingChange, after count: Int, _ site: TestSite,
        _ engine: HoldingEngine
    ) async throws {
        (self.act, self.change, self.count, self.site, self.engine) =
            (act, change, count, site, engine)
        let name = "\(change)\(count)".lowercased()
        role = try await site.call(
            Endpoints.createRole,
            body: NewRole(
                name: "Regente \(name)", weight: RoleWeight(clamping: 900), parentId: nil,
                grants: Permission.allCases), as: site.admin
        ).id
        actor = try await site.member("ana-\(name)", role: role)
        target = try await site.member("bia-\(name)")
        try await act.prepare(on: target, site)
    }

    /// Whether the change came between the decision and the act; then the act is refused.
    func run() async throws -> Bool {
        let (act, actor, target, site) = (act, actor, target, site)
        let (replies, continuation) = AsyncStream.makeStream(of: HTTPReply.self)
        engine.hold(after: count)
        let task = Task {
            defer { continuation.finish() }
            continuation.yield(try await act.perform(by: actor, on: target, site))
        }
        let isHeld = await engine.waitUntilHeld(or: task)
        let wasDone = try await actsDone() > 0
        if isHeld, !wasDone {
            try await change.perform(actor: actor, target: target, role: role, site)
        }
        engine.release()
        try await task.value
        let reply = try #require(await replies.first { _ in true })
        guard isHeld, !wasDone else { return false }
        let what = "\(act), \(change) after \(count) reads: \(reply.status) \(reply.text)"
        // A ban ends their sessions, too.
        #expect(reply.status == (change == .actorBanned ? 401 : 403), "\(what)")
        #expect(try await actsDone() == 0, "\(what)")
        return true
    }

    /// Every act of staff is written down in its own transaction.
    private func actsDone() async throws -> Int {
        try await site.home.store.audit(
            AuditSearch(actor: actor.name, visibleTo: .superAdmin, limit: 10)
        ).count
    }
}
