package import Domain
package import Service

extension CommunityStore {
    package func tree() async throws -> RoleTree {
        try await engine.read { db in try Self.tree(db) }
    }

    package func userCounts() async throws -> [RoleID: Int] {
        try await engine.read { db in
            let rows = try db.all(
                """
                select role_id, count(*) as n from account where deleted_at is null
                group by role_id
                """)
            return try Dictionary(
                rows.map { (try $0.id("role_id") as RoleID, try $0.int("n")) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    package func create(_ role: Role, audit: AuditEntry) async throws -> RoleID {
        try await storing {
            try await engine.write { db in
                try Self.holdRoles(db)
                try Self.requirePremise(of: audit, db)
                if let parent = role.parent { try Self.require(parent, db) }
                try Self.requireOwnLook(role, in: try Self.tree(db))
                let outcome = try db.run(
                    """
                    insert into role (name, weight, parent_id, grants, denies, required_permille,
                        grace_bytes, download_slots)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """, Self.values(role))
                try Self.write(audit, isPremiseHeld: true, db)
                return RoleID(outcome.lastID)
            }
        }
    }

    package func change(_ role: Role, expecting expected: RoleTree, audit: AuditEntry) async throws
    {
        try await storing {
            try await engine.write { db in
                try Self.holdRoles(db)
                try Self.requirePremise(of: audit, db)
                guard try Self.tree(db).roles == expected.roles else { throw StoreFailure.gone }
                try Self.requireOwnLook(role, in: expected)
                try db.run(
                    """
                    update role set name = ?, weight = ?, parent_id = ?, grants = ?, denies = ?,
                        required_permille = ?, grace_bytes = ?, download_slots = ?
                    where id = ?
                    """, Self.values(role) + [.id(role.id)])
                try Self.write(audit, isPremiseHeld: true, db)
            }
        }
    }

    package func delete(_ id: RoleID, movingUsersTo target: RoleID?, audit: AuditEntry) async throws
    {
        try await engine.write { db in
            try Self.holdRoles(db)
            try Self.requirePremise(of: audit, db)
            try Self.vacate(id, to: target, db)
            guard try db.count("role where parent_id = ?", [.id(id)]) == 0 else {
                throw StoreFailure.gone
            }
            try db.run("delete from role where id = ?", [.id(id)])
            try Self.requireSuperAdmin(at: audit.at, db)
            try Self.write(audit, isPremiseHeld: true, db)
        }
    }

    func insertBuiltInRoles() async throws {
        try await engine.write { db in
            guard try db.count("role") == 0 else { return }
            for role in BuiltInRoles.all {
                try db.run(
                    """
                    insert into role (name, weight, parent_id, grants, denies, required_permille,
                        grace_bytes, download_slots, id, is_super_admin)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    Self.values(role) + [.id(role.id), .integer(role.isSuperAdmin ? 1 : 0)])
            }
        }
    }

    /// Before anything is read that a change of roles or of who holds them depends on: such changes
    /// are made one after the other. Each writes this one row, so that in a cluster, where a lock is
    /// a node's own, the second of two is refused and tried again.
    static func holdRoles(_ db: any SQLConnection) throws {
        try db.run("update guard set version = version + 1 where name = 'roles'", [])
    }

    static func require(_ role: RoleID, _ db: any SQLConnection) throws {
        guard try db.count("role where id = ?", [.id(role)]) == 1 else { throw StoreFailure.gone }
    }

    static func tree(_ db: any SQLConnection) throws -> RoleTree {
        RoleTree(try db.all("select * from role").map(Role.init(row:)))
    }

    private static func values(_ role: Role) -> [SQLValue] {
        [
            .text(role.name.rawValue), .int(role.weight.value), .optional(role.parent),
            .text(words(role.grants)), .text(words(role.denies)),
            role.limits.requiredRatio.map { .integer(Int64(($0 * 1000).rounded())) } ?? .null,
            role.limits.graceBytes.map { .bytes($0) } ?? .null,
            role.limits.downloadSlots.map { .int($0) } ?? .null,
        ]
    }

    private static func words(_ permissions: Set<Permission>) -> String {
        permissions.sorted().map(\.rawValue).joined(separator: " ")
    }
}

extension Role {
    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            name: try row.required("name", RoleName(rawValue: try row.text("name"))),
            weight: try row.required("weight", RoleWeight(try row.int("weight"))),
            parent: try row.optionalInteger("parent_id").map { RoleID($0) },
            grants: Self.permissions(try row.text("grants")),
            denies: Self.permissions(try row.text("denies")),
            limits: RoleLimits(
                requiredRatio: try row.optionalInteger("required_permille").map {
                    Double($0) / 1000
                },
                graceBytes: try row.optionalInteger("grace_bytes").map { ByteCount(clamping: $0) },
                downloadSlots: try row.optionalInteger("download_slots").map { Int(clamping: $0) }),
            isSuperAdmin: try row.integer("is_super_admin") == 1)
    }

    /// A permission that this version does not know (an older database, a newer one) grants nothing.
    private static func permissions(_ words: String) -> Set<Permission> {
        Set(words.split(separator: " ").compactMap { Permission(rawValue: String($0)) })
    }
}
