import Domain
import Service
import Store
import Testing

@Suite(.inTurn) struct LooksContractTests {
    @Test("an account whose name could be taken for another is not made", arguments: TestEngine.all)
    func accounts(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            try await stage.account("admin")
            for name in ["adm1n", "admln", "adrnin"] {
                await #expect(throws: StoreFailure.looksLike("admin"), "\(name)") {
                    try await stage.account(name)
                }
            }
            await #expect(throws: StoreFailure.duplicate) { try await stage.account("admin") }
            try await stage.account("admina")
            #expect(try await stage.store.countAccounts(matching: "") == 2)
        }
    }

    @Test("of two such names at once one is made", arguments: TestEngine.all)
    func atOnce(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let names = ["modo", "mod0", "rnodo", "m0d0"]
            let made = await withTaskGroup(of: Bool.self) { group in
                for name in names {
                    group.addTask { (try? await stage.account(name)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let count = try await stage.store.countAccounts(matching: "")
            #expect(made == 1 && count == 1)
        }
    }

    @Test(
        "a role is not made or renamed so that it could be taken for another",
        arguments: TestEngine.all)
    func roles(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            for name in ["\u{410}dmin", "ADMIN", "Adrnin", "Ａｄｍｉｎ"] {
                let role = try Self.role(name)
                await #expect(throws: StoreFailure.looksLike("Admin"), "\(name)") {
                    try await stage.store.create(role, audit: stage.audit())
                }
            }
            let id = try await stage.store.create(
                try Self.role("Curadoria"), audit: stage.audit("made"))
            let tree = try await stage.store.tree()
            var role = try #require(tree[id])
            role.name = try #require(RoleName(rawValue: "Mernber"))
            let changed = role
            await #expect(throws: StoreFailure.looksLike("Member")) {
                try await stage.store.change(changed, expecting: tree, audit: stage.audit())
            }
            // Its own name in another case is no other name.
            role.name = try #require(RoleName(rawValue: "CURADORIA"))
            try await stage.store.change(role, expecting: tree, audit: stage.audit("renamed"))
            #expect(try await stage.acts() == ["renamed", "made"])
        }
    }

    @Test("of two roles at once that look alike one is made", arguments: TestEngine.all)
    func rolesAtOnce(engine: TestEngine) async throws {
        try await StoreStage.with(engine) { stage in
            let made = await withTaskGroup(of: Bool.self) { group in
                for name in ["Norte", "N0rte", "N\u{43E}rte"] {
                    group.addTask {
                        let id = try? await stage.store.create(
                            try Self.role(name), audit: stage.audit())
                        return id != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(made == 1)
        }
    }

    private static func role(_ name: String) throws -> Role {
        Role(
            id: RoleID(-1), name: try #require(RoleName(rawValue: name)),
            weight: try #require(RoleWeight(50)), parent: nil, grants: [], denies: [])
    }
}
