import Domain
import Service
import Store
import Testing

@Suite(.inTurn) struct RoleContractTests {
    private func regional() throws -> Role {
        Role(
            id: RoleID(-1), name: try #require(RoleName(rawValue: "Gerente Regional")),
            weight: try #require(RoleWeight(550)), parent: BuiltInRoles.gerente,
            grants: [.auditRead], denies: [.catalogEdit])
    }

    @Test(
        "a new community has the built-in roles, and keeps what was changed",
        arguments: TestEngine.all)
    func builtIn(engine: TestEngine) async throws {
        let first = try await StoreStage(engine)
        let tree = try await first.store.tree()
        #expect(tree.roles == BuiltInRoles.all)
        var gerente = try #require(tree[BuiltInRoles.gerente])
        gerente.name = try #require(RoleName(rawValue: "Manager"))
        try await first.store.change(gerente, expecting: tree, audit: first.audit())
        let second = try await first.restarted()
        #expect(try await second.store.tree()[BuiltInRoles.gerente] == gerente)
        #expect(try await second.store.tree().roles.count == 6)
        try await second.store.close()
    }

    @Test(
        "a role is kept with all that it is, and its name is taken once", arguments: TestEngine.all)
    func creating(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let role = try regional()
            let id = try await stage.store.create(role, audit: stage.audit("role.created"))
            let kept = try #require(try await stage.store.tree()[id])
            #expect(kept.name == role.name)
            #expect(kept.weight == role.weight)
            #expect(kept.parent == role.parent)
            #expect(kept.grants == role.grants)
            #expect(kept.denies == role.denies)
            #expect(!kept.isSuperAdmin)
            await #expect(throws: StoreFailure.duplicate) {
                try await stage.store.create(role, audit: stage.audit())
            }
            #expect(try await stage.acts() == ["role.created"])
        }
    }

    @Test(
        "a change is refused when anything in the tree is other than it was",
        arguments: TestEngine.all)
    func optimistic(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let seen = try await stage.store.tree()
            var guest = try #require(seen[BuiltInRoles.guest])
            guest.parent = BuiltInRoles.member
            var member = try #require(seen[BuiltInRoles.member])
            member.parent = nil
            member.weight = try #require(RoleWeight(150))
            try await stage.store.change(member, expecting: seen, audit: stage.audit("first"))
            // Alone each is harmless; had the other not been seen they could make a cycle.
            await #expect(throws: StoreFailure.gone) {
                try await stage.store.change(guest, expecting: seen, audit: stage.audit("second"))
            }
            let now = try await stage.store.tree()
            #expect(now[BuiltInRoles.member] == member)
            #expect(now[BuiltInRoles.guest]?.parent == nil)
            #expect(try await stage.acts() == ["first"])
            guest.name = member.name
            await #expect(throws: StoreFailure.duplicate) {
                try await stage.store.change(guest, expecting: now, audit: stage.audit())
            }
        }
    }

    @Test(
        "of two changes at once that were each read before the other, one is made",
        arguments: TestEngine.all)
    func optimisticAtOnce(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let seen = try await stage.store.tree()
            let made = await withTaskGroup(of: Bool.self) { group in
                for id in [BuiltInRoles.guest, BuiltInRoles.member] {
                    group.addTask {
                        guard var role = seen[id] else { return false }
                        role.denies.insert(.usersBan)
                        do {
                            try await stage.store.change(
                                role, expecting: seen, audit: stage.audit())
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(made == 1)
        }
    }

    @Test("a role in use goes only with a word where its members go", arguments: TestEngine.all)
    func inUse(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await stage.account("admin", role: BuiltInRoles.superAdmin)
            let id = try await stage.store.create(try regional(), audit: stage.audit("made"))
            let user = try await stage.account("ana", role: id)
            #expect(try await stage.store.userCounts()[id] == 1)
            await #expect(throws: StoreFailure.roleInUse(users: 1)) {
                try await stage.store.delete(id, movingUsersTo: nil, audit: stage.audit())
            }
            #expect(try await stage.store.tree()[id] != nil)
            try await stage.store.delete(
                id, movingUsersTo: BuiltInRoles.member, audit: stage.audit("deleted"))
            #expect(try await stage.store.tree()[id] == nil)
            #expect(try await stage.store.account(user)?.roleID == BuiltInRoles.member)
            #expect(try await stage.acts() == ["deleted", "made"])
        }
    }

    @Test("deleting a role deletes no ledger row", arguments: TestEngine.all)
    func ledgerStays(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await stage.account("admin", role: BuiltInRoles.superAdmin)
            let id = try await stage.store.create(try regional(), audit: stage.audit())
            let user = try await stage.account("ana", role: id)
            let torrent = try await stage.entry(1, by: user)
            try await stage.book(user, torrent)
            try await stage.book(user, torrent, up: 50)
            try await stage.store.delete(
                id, movingUsersTo: BuiltInRoles.member, audit: stage.audit())
            #expect(try await stage.totals(user) == Totals(50, 0))
            #expect(try await stage.store.verifyTotals().isEmpty)
        }
    }

    @Test("the row of SuperAdmin's role says so after a restart", arguments: TestEngine.all)
    func superAdmin(engine: TestEngine) async throws {
        let stage = try await StoreStage(engine).restarted()
        let roles = try await stage.store.tree().roles
        #expect(roles.filter(\.isSuperAdmin).map(\.id) == [BuiltInRoles.superAdmin])
        try await stage.store.close()
    }
}
