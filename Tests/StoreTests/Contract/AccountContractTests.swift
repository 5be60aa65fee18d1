import Domain
import Service
import Store
import Testing

@Suite(.inTurn) struct AccountContractTests {
    @Test("an account is found by id, name and passkey", arguments: TestEngine.all)
    func found(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let passkey = Passkey.random()
            let id = try await stage.account("ana", passkey: passkey)
            let ana = try #require(try await stage.store.account(id))
            #expect(ana.username.rawValue == "ana")
            #expect(ana.passwordHash == "hash of ana")
            #expect(ana.roleID == BuiltInRoles.member)
            #expect(ana.createdAt == StoreStage.start)
            #expect(ana.totals == .zero)
            #expect(ana.ban == nil)
            #expect(try await stage.store.account(named: StoreStage.name("ana")) == ana)
            #expect(try await stage.store.account(passkey: passkey) == ana)
            #expect(try await stage.store.account(UserID(99)) == nil)
            #expect(try await stage.store.account(passkey: .random()) == nil)
        }
    }

    @Test("a name is taken once, and a refused account writes no audit", arguments: TestEngine.all)
    func duplicate(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await stage.account("ana")
            let again = NewAccount(
                username: try StoreStage.name("Ana"), passwordHash: "h",
                roleID: BuiltInRoles.member, passkey: .random(), createdAt: StoreStage.start)
            await #expect(throws: StoreFailure.duplicate) {
                try await stage.store.create(again, audit: stage.audit())
            }
            #expect(try await stage.acts().isEmpty)
            #expect(try await stage.store.countAccounts(matching: "") == 1)
        }
    }

    @Test("names are listed in order, page by page, whatever is typed", arguments: TestEngine.all)
    func listing(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            for name in ["eva", "ana", "mariana", "a_a", "axa", "bia"] {
                try await stage.account(name)
            }
            let names = { (text: String, after: String?, limit: Int) in
                try await stage.store.accounts(matching: text, after: after, limit: limit)
                    .map(\.username.rawValue)
            }
            #expect(try await names("", nil, 3) == ["a_a", "ana", "axa"])
            #expect(try await names("", "axa", 3) == ["bia", "eva", "mariana"])
            #expect(try await names("ANA", nil, 9) == ["ana", "mariana"])
            // What means something to LIKE is text here.
            #expect(try await names("a_a", nil, 9) == ["a_a"])
            for text in ["%", "!", "'", "\"; drop table account; --", "\\"] {
                #expect(try await names(text, nil, 9).isEmpty)
            }
            #expect(try await stage.store.countAccounts(matching: "ana") == 2)
            #expect(try await stage.store.countAccounts(matching: "_") == 1)
        }
    }

    @Test("a ban is kept with its end, ends sessions and can be lifted", arguments: TestEngine.all)
    func bans(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await stage.account("admin", role: BuiltInRoles.superAdmin)
            let id = try await stage.account("ana")
            try await stage.store.begin(
                family: "f", user: id, tokenDigest: [1], at: StoreStage.start,
                expires: StoreStage.start.adding(seconds: 10))
            let ban = Ban(reason: "spam", expiresAt: StoreStage.start.adding(seconds: 60))
            try await stage.store.setBan(
                of: id, ban, at: StoreStage.start, audit: stage.audit("user.banned"))
            let banned = try #require(try await stage.store.account(id))
            #expect(banned.ban == ban)
            #expect(banned.ban(at: StoreStage.start.adding(seconds: 59)) == ban)
            #expect(banned.ban(at: StoreStage.start.adding(seconds: 60)) == nil)
            #expect(try await stage.store.session(family: "f")?.isOver == true)
            try await stage.store.setBan(
                of: id, nil, at: StoreStage.start, audit: stage.audit("user.unbanned"))
            #expect(try await stage.store.account(id)?.ban == nil)
            #expect(try await stage.acts() == ["user.unbanned", "user.banned"])
        }
    }

    @Test("a password and a passkey are replaced", arguments: TestEngine.all)
    func secrets(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let (old, new) = (Passkey.random(), Passkey.random())
            let id = try await stage.account("ana", passkey: old)
            let store = stage.store
            let first = try #require(try await store.account(id)).passwordHash
            #expect(
                try await store.changePassword(
                    of: id, from: first, to: "other", passkey: .random(), at: StoreStage.start) == 0
            )
            #expect(try await store.account(passkey: old) == nil)
            await #expect(throws: StoreFailure.gone) {
                _ = try await store.changePassword(
                    of: id, from: first, to: "a thief's", passkey: .random(), at: StoreStage.start)
            }
            try await store.setPasskey(of: id, new)
            #expect(try await stage.store.account(passkey: new)?.passwordHash == "other")
        }
    }

    @Test("the last SuperAdmin can neither be demoted nor banned", arguments: TestEngine.all)
    func lastSuperAdmin(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let store = stage.store
            let first = try await stage.account("admin", role: BuiltInRoles.superAdmin)
            await #expect(throws: StoreFailure.lastSuperAdmin) {
                try await store.setRole(of: first, to: BuiltInRoles.admin, audit: stage.audit())
            }
            let ban = Ban(reason: "spam", expiresAt: nil)
            await #expect(throws: StoreFailure.lastSuperAdmin) {
                try await store.setBan(
                    of: first, ban, at: StoreStage.start, audit: stage.audit())
            }
            #expect(try await store.account(first)?.roleID == BuiltInRoles.superAdmin)
            #expect(try await store.account(first)?.ban == nil)
            #expect(try await stage.acts().isEmpty)

            let second = try await stage.account("rainha", role: BuiltInRoles.superAdmin)
            try await store.setBan(of: second, ban, at: StoreStage.start, audit: stage.audit())
            // One who is banned is in charge of nothing.
            await #expect(throws: StoreFailure.lastSuperAdmin) {
                try await store.setRole(of: first, to: BuiltInRoles.admin, audit: stage.audit())
            }
        }
    }

    @Test("of two SuperAdmins who demote each other at once, one stays", arguments: TestEngine.all)
    func lastSuperAdminAtOnce(engine: TestEngine) async throws {
        for round in 0..<10 {
            try await StoreStage.with(engine) { stage in
                let ids = [
                    try await stage.account("admin", role: BuiltInRoles.superAdmin),
                    try await stage.account("rainha", role: BuiltInRoles.superAdmin),
                ]
                let refusals = await withTaskGroup(of: Bool.self) { group in
                    for (index, id) in ids.enumerated() {
                        group.addTask {
                            do {
                                if (round + index).isMultiple(of: 2) {
                                    try await stage.store.setRole(
                                        of: id, to: BuiltInRoles.member, audit: stage.audit())
                                } else {
                                    try await stage.store.setBan(
                                        of: id, Ban(reason: "spam", expiresAt: nil),
                                        at: StoreStage.start, audit: stage.audit())
                                }
                                return false
                            } catch { return error as? StoreFailure == .lastSuperAdmin }
                        }
                    }
                    return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(refusals == 1)
                #expect(try await stage.acts().count == 1)
            }
        }
    }
}
