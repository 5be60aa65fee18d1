import API
import Testing

/// An entry above the viewer's weight, not approved, or deleted does not exist for them: on any path.
@Suite(.everyEngine) struct VisibilityTableTests {
    @Test("nothing of a hidden entry is seen there", arguments: VisibilityPath.all)
    func path(_ path: VisibilityPath) async throws {
        try await HidingScene.with { scene in try await path.check(scene) }
    }

    /// Whoever adds an endpoint says here what becomes of hidden entries there: a check in
    /// `VisibilityPath.all`, or a reason in `VisibilityPath.withoutEntries` why it shows none.
    @Test("every endpoint that is served stands in the table")
    func complete() async throws {
        try await TestSite.with { site in
            let served = try await site.servedEndpoints()
            #expect(served.count > 30)
            let checked = VisibilityPath.all.map(\.name)
            let free = VisibilityPath.withoutEntries.flatMap(\.paths)
            #expect(served.subtracting(checked).subtracting(free) == [], "served, and in no table")
            #expect(Set(checked).isDisjoint(with: free))
            #expect(Set(checked).count == checked.count)
        }
    }
}
