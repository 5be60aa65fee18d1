import Domain
import Service
import Store
import Testing

/// However two SuperAdmins get at each other in the same moment, one of them stays in charge.
@Suite(.inTurn) struct LastSuperAdminContractTests {
    enum Attack: CaseIterable, Sendable {
        case demotion, ban, deletion
    }

    static let cases = TestEngine.all.flatMap { engine in
        Attack.allCases.flatMap { first in
            Attack.allCases.map { (engine, first, $0) }
        }
    }

    private static func attack(_ attack: Attack, _ id: UserID, _ stage: StoreStage) async throws {
        let audit = stage.audit("\(attack)")
        switch attack {
        case .demotion: try await stage.store.setRole(of: id, to: BuiltInRoles.member, audit: audit)
        case .ban:
            try await stage.store.setBan(
                of: id, Ban(reason: "spam", expiresAt: nil), at: StoreStage.start, audit: audit)
        case .deletion:
            try await stage.store.deleteAccount(id, retiring: .random(), audit: audit)
        }
    }

    private func standing(_ ids: [UserID], _ stage: StoreStage) async throws -> Int {
        var standing = 0
        for id in ids {
            guard let account = try await stage.store.account(id) else { continue }
            if account.roleID == BuiltInRoles.superAdmin, account.ban == nil { standing += 1 }
        }
        return standing
    }

    @Test(
        "of two SuperAdmins who demote, ban or delete each other at once, one stays",
        arguments: cases)
    func atOnce(_ engine: TestEngine, _ first: Attack, _ second: Attack) async throws {
        try await StoreStage.with(engine) { stage in
            for round in 0..<4 {
                let ids = [
                    try await stage.account("admin\(round)", role: BuiltInRoles.superAdmin),
                    try await stage.account("rainha\(round)", role: BuiltInRoles.superAdmin),
                ]
                let refusals = await withTaskGroup(of: Bool.self) { group in
                    for (id, attack) in zip(ids, [first, second]) {
                        group.addTask {
                            do {
                                try await Self.attack(attack, id, stage)
                                return false
                            } catch { return error as? StoreFailure == .lastSuperAdmin }
                        }
                    }
                    return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(refusals == 1)
                #expect(try await standing(ids, stage) == 1)
                // The next round begins with nobody in charge.
                try await stage.tamper("update account set role_id = 2")
            }
            #expect(try await stage.acts().count == 4)
        }
    }

    @Test(
        "a SuperAdmin is not lost between a demotion and the end of the role they are moved to",
        arguments: TestEngine.all)
    func roleDeleted(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let first = try await stage.account("admin", role: BuiltInRoles.superAdmin)
            let second = try await stage.account("rainha", role: BuiltInRoles.superAdmin)
            for round in 0..<6 {
                let name = try #require(RoleName(rawValue: "Passagem \(round)"))
                let role = Role(
                    id: RoleID(-1), name: name, weight: .guest, parent: nil, grants: [], denies: [])
                let id = try await stage.store.create(role, audit: stage.audit())
                async let demoted: Void = stage.store.setRole(
                    of: second, to: id, audit: stage.audit())
                async let deleted: Void = stage.store.delete(
                    id, movingUsersTo: BuiltInRoles.member, audit: stage.audit())
                async let other: Void = stage.store.setRole(
                    of: first, to: BuiltInRoles.member, audit: stage.audit())
                _ = (try? await demoted, try? await deleted, try? await other)
                #expect(try await standing([first, second], stage) >= 1)
                let tree = try await stage.store.tree()
                for user in [first, second] {
                    let role = try #require(try await stage.store.account(user)).roleID
                    #expect(tree[role] != nil)
                }
                try await stage.tamper(
                    "update account set role_id = ?", [.integer(BuiltInRoles.superAdmin.rawValue)])
            }
        }
    }

    @Test(
        "a role that all SuperAdmins have cannot be emptied under them", arguments: TestEngine.all)
    func superAdminRoleDeleted(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let admin = try await stage.account("admin", role: BuiltInRoles.superAdmin)
            await #expect(throws: StoreFailure.lastSuperAdmin) {
                try await stage.store.delete(
                    BuiltInRoles.superAdmin, movingUsersTo: BuiltInRoles.admin,
                    audit: stage.audit())
            }
            #expect(try await stage.store.account(admin)?.roleID == BuiltInRoles.superAdmin)
            #expect(try await stage.acts().isEmpty)
        }
    }
}
