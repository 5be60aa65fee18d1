import API
import Domain
import Service
import Testing

/// On one engine: which database it is makes no difference to who may do what.
@Suite struct PermissionWalkTests {
    @Test("every endpoint answers every role on every target as docs/permissions.md says")
    func everyEndpoint() async throws {
        try await LiveSite.with { live in
            let site = live.site
            let _: SettingsBody = try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(registration: .open), as: site.admin)
            // Holds everything and is not SuperAdmin: to see the rules beyond the permissions.
            let _: RoleBody = try await site.call(
                Endpoints.createRole,
                body: NewRole(
                    name: "Steward", weight: RoleWeight(clamping: 900), parentId: nil,
                    grants: Permission.allCases), as: site.admin)
            let tree = try await site.home.site.roles.tree()
            let holders = [nil] + tree.roles.map { RoleHolder($0, in: tree) }
            let walk = try await PermissionWalk(live)
            for endpoint in Endpoints.all {
                for holder in holders {
                    try await expectAsWritten(endpoint, holder, walk)
                }
            }
        }
    }

    private func expectAsWritten(
        _ endpoint: any AnyEndpoint, _ holder: RoleHolder?, _ walk: PermissionWalk
    ) async throws {
        let hasTarget = !endpoint.pathParameters.isEmpty
        for relation in hasTarget ? holder?.relations ?? [.equal] : [.own] {
            let verdict = endpoint.verdict(for: holder, on: relation)
            let outcome = try await walk.call(endpoint, as: holder, on: relation)
            let who = holder?.role.name.rawValue ?? "nobody"
            let told = "\(endpoint.name) as \(who) on \(relation): \(outcome)"
            #expect(outcome.status == verdict.status ?? endpoint.status, "\(told)")
            if let code = outcome.code {
                let known = endpoint.everyRefusal.first { $0.status == outcome.status }
                #expect(known?.codes.contains(code) == true, "undocumented: \(told)")
            }
        }
    }
}
