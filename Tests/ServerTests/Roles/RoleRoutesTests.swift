import API
import Domain
import Service
import Testing

@Suite(.everyEngine) struct RoleRoutesTests {
    private func regional(
        _ name: String = "Gerente Regional", weight: Int = 550,
        parent: RoleID? = BuiltInRoles.gerente,
        grants: [Permission] = [], denies: [Permission] = []
    ) throws -> NewRole {
        NewRole(
            name: name, weight: try #require(RoleWeight(weight)), parentId: parent, grants: grants,
            denies: denies)
    }

    @Test("the built-in roles are listed with what they come to, and permissions with a meaning")
    func listing() async throws {
        try await TestSite.with { site in
            let ana = try await site.member("ana")
            let roles = try await site.call(Endpoints.roles, as: ana)
            #expect(
                roles.items.map(\.name)
                    == ["Guest", "Member", "Supervisor", "Gerente", "Admin", "SuperAdmin"])
            #expect(roles.items.map(\.users) == [0, 1, 0, 0, 0, 1])
            #expect(roles.items.map(\.isSuperAdmin) == [false, false, false, false, false, true])
            let permissions = try await site.call(Endpoints.permissions, as: ana)
            #expect(permissions.items.map(\.name) == Permission.allCases)
            #expect(permissions.items.allSatisfy { !$0.meaning.isEmpty })
        }
    }

    @Test("Gerente Regional under Gerente holds what Gerente holds, and acts by it at once")
    func regionalManager() async throws {
        try await TestSite.with { site in
            let role = try await site.call(
                Endpoints.createRole,
                body: try regional(grants: [.auditRead], denies: [.catalogEdit]), as: site.admin)
            #expect(role.name == "Gerente Regional")
            #expect(role.parentId == BuiltInRoles.gerente)
            #expect(
                Set(role.effective) == [
                    .catalogRead, .catalogPublish, .statsRead, .catalogPublishUnmoderated,
                    .usersRead, .auditRead, .usersInvite,
                ])
            let rita = try await site.member("rita", role: role.id)
            #expect(
                try await site.call(Endpoints.me, as: rita).permissions == role.effective)
            try await site.call(Endpoints.audit, as: rita)
            #expect(try await site.publish(1, by: rita).summary.status == .approved)
        }
    }

    @Test("a role is changed in what is said, and in nothing else")
    func patch() async throws {
        try await TestSite.with { site in
            let role = try await site.call(
                Endpoints.createRole, body: try regional(grants: [.auditRead]), as: site.admin)
            let renamed = try await site.call(
                Endpoints.changeRole, role.id.rawValue, body: RolePatch(name: "Regional"),
                as: site.admin)
            #expect(renamed.name == "Regional")
            #expect(renamed.weight == role.weight && renamed.grants == role.grants)
            #expect(renamed.parentId == role.parentId)
            let audit = try await site.call(Endpoints.audit, as: site.admin)
            #expect(audit.items.prefix(2).map(\.act) == ["role.changed", "role.created"])
            #expect(audit.items.first?.before?.contains("Gerente Regional, weight 550") == true)
            #expect(audit.items.first?.after?.contains("grants [audit.read]") == true)
        }
    }

    @Test("every rule of conduct about making roles holds through the API")
    func makingRules() async throws {
        try await TestSite.with { site in
            let manager = try await site.call(
                Endpoints.createRole,
                body: try regional("Chefe", weight: 700, grants: [.rolesManage]), as: site.admin)
            let chico = try await site.member("chico", role: manager.id)
            let make = { (role: NewRole, member: Member) in
                try await site.refusal(Endpoints.createRole, body: role, as: member)
            }
            let ada = try await site.member("ada", role: BuiltInRoles.admin)
            #expect(try await make(regional(), ada).code == "permission_missing")
            #expect(
                try await make(regional(grants: [.usersBan]), chico).code == "cannot_grant")
            #expect(
                try await make(regional(parent: BuiltInRoles.admin), chico).code == "cannot_grant")
            #expect(try await make(regional(weight: 700), chico).code == "weight_not_below_yours")
            #expect(try await make(regional(parent: RoleID(99)), chico).code == "unknown_parent")
            #expect(
                try await make(regional("Ger\u{200B}ente"), chico).code == "name_taken")
            for name in ["", " ", "\u{202E}", String(repeating: "x", count: 41)] {
                #expect(try await make(regional(name), chico).code == "invalid_name")
            }
            let _: RoleBody = try await site.call(
                Endpoints.createRole, body: try regional(weight: 699), as: chico)
        }
    }

    @Test("every rule of conduct about changing roles holds through the API")
    func changingRules() async throws {
        try await TestSite.with { site in
            let manager = try await site.call(
                Endpoints.createRole,
                body: try regional("Chefe", weight: 700, grants: [.rolesManage]), as: site.admin)
            let chico = try await site.member("chico", role: manager.id)
            let change = { (id: RoleID, patch: RolePatch, member: Member) in
                try await site.refusal(Endpoints.changeRole, id.rawValue, body: patch, as: member)
            }
            let zero = try #require(RoleWeight(0))
            #expect(
                try await change(manager.id, RolePatch(weight: zero), chico).code
                    == "not_below_you")
            #expect(
                try await change(BuiltInRoles.admin, RolePatch(weight: zero), chico).code
                    == "not_below_you")
            #expect(
                try await change(BuiltInRoles.guest, RolePatch(grants: [.usersBan]), chico).code
                    == "cannot_grant")
            #expect(
                try await change(
                    BuiltInRoles.guest, RolePatch(parentId: .to(BuiltInRoles.gerente)), site.admin
                ).code == "role_cycle")
            #expect(
                try await change(
                    BuiltInRoles.superAdmin, RolePatch(denies: [.usersBan]), site.admin
                )
                .code == "super_admin_is_fixed")
            #expect(try await change(RoleID(99), RolePatch(), site.admin).code == "not_found")
            let renamed = try await site.call(
                Endpoints.changeRole, BuiltInRoles.superAdmin.rawValue,
                body: RolePatch(name: "Rainha"), as: site.admin)
            #expect(renamed.isSuperAdmin && renamed.name == "Rainha")
        }
    }

    @Test("a role in use is deleted only with a word where its members go")
    func deleting() async throws {
        try await TestSite.with { site in
            let role = try await site.call(
                Endpoints.createRole, body: try regional(), as: site.admin)
            let rita = try await site.member("rita", role: role.id)
            let delete = { (id: RoleID, target: RoleID?) in
                try await site.refusal(
                    Endpoints.deleteRole, id.rawValue, body: RoleDeletion(moveUsersTo: target),
                    as: site.admin)
            }
            #expect(try await delete(role.id, nil).code == "role_in_use")
            #expect(try await delete(role.id, role.id).code == "role_in_use")
            #expect(try await delete(role.id, RoleID(99)).code == "role_in_use")
            #expect(try await delete(BuiltInRoles.gerente, nil).code == "role_has_children")
            #expect(try await delete(BuiltInRoles.superAdmin, nil).code == "super_admin_is_fixed")
            #expect(try await delete(RoleID(99), nil).code == "not_found")
            try await site.call(
                Endpoints.deleteRole, role.id.rawValue,
                body: RoleDeletion(moveUsersTo: BuiltInRoles.member), as: site.admin)
            #expect(try await site.call(Endpoints.me, as: rita).role.name == "Member")
            // A role that nobody has goes without a body.
            let empty = try await site.call(
                Endpoints.createRole, body: try regional(), as: site.admin)
            #expect(try await delete(empty.id, RoleID(99)).code == "invalid_move_users_to")
            let answer = try await site.raw(
                .delete, Endpoints.deleteRole.path([empty.id.rawValue]), token: site.admin.access)
            #expect(answer.status == 204)
        }
    }

    @Test(
        "a role stops inheriting where its parent is said to be null, and not where it is left out")
    func parentRemoved() async throws {
        try await TestSite.with { site in
            let path = Endpoints.changeRole.path([BuiltInRoles.gerente.rawValue])
            let patch = { (json: String) in
                let reply = try await site.raw(
                    .patch, path, Array(json.utf8), token: site.admin.access)
                #expect(reply.status == 200, "\(reply.text)")
                return try WireCoding.decode(RoleBody.self, from: reply.data)
            }
            #expect(try await patch(#"{"name": "Chefe"}"#).parentId == BuiltInRoles.supervisor)
            let alone = try await patch(#"{"parent_id": null}"#)
            #expect(alone.parentId == nil && alone.name == "Chefe")
            #expect(Set(alone.effective) == Set(alone.grants))
            let again = try await patch(#"{"parent_id": 3}"#)
            #expect(again.parentId == BuiltInRoles.supervisor)
        }
    }

    @Test("registration is closed when the role for newcomers was deleted")
    func noMemberRole() async throws {
        try await TestSite.with { site in
            let _: RoleBody = try await site.call(
                Endpoints.changeRole, BuiltInRoles.supervisor.rawValue,
                body: RolePatch(parentId: .to(BuiltInRoles.guest)), as: site.admin)
            try await site.call(
                Endpoints.deleteRole, BuiltInRoles.member.rawValue, body: RoleDeletion(),
                as: site.admin)
            let _: SettingsBody = try await site.call(
                Endpoints.changeSettings, body: SettingsPatch(registration: .open), as: site.admin)
            let request = Registration(username: "nova", password: "uma senha boa")
            #expect(
                try await site.refusal(Endpoints.register, body: request).code
                    == "registration_closed")
        }
    }
}
