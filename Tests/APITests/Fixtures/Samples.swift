import API
import Domain
import Testing

/// One of each body, every field filled in.
enum Samples {
    static func hash() throws -> InfoHash { try #require(InfoHash([UInt8](0..<20))) }

    static func stats() -> StatsBody {
        StatsBody(
            bytesUp: ByteCount(clamping: 3), bytesDown: ByteCount(clamping: 2), requiredRatio: 0.6,
            graceBytes: ByteCount(clamping: 1), seeding: 4, leeching: 5)
    }

    static func role() throws -> RoleReference {
        RoleReference(id: RoleID(2), name: "Member", weight: try #require(RoleWeight(100)))
    }

    static func summary() throws -> CatalogSummary {
        CatalogSummary(
            id: CatalogID(1), title: "Título", kind: .pdf, size: ByteCount(clamping: .max),
            fileCount: 2, tags: ["a"], uploader: "ana", minRoleWeight: .guest, status: .approved,
            infoHash: try hash(), createdAt: Timestamp(seconds: 7), seeders: 1, leechers: 2,
            completed: 3)
    }

    static func all() throws -> [any (Codable & Hashable & Sendable)] {
        let weight = try #require(RoleWeight(550))
        return [
            SignInRequest(username: "ana", password: "senha"),
            RefreshRequest(refreshToken: "t"),
            TokenReply(accessToken: "a", refreshToken: "r", expiresIn: 900),
            PasswordChange(current: "a", new: "b"), try role(),
            MeReply(
                id: UserID(1), username: "ana", role: try role(), permissions: [.catalogRead],
                stats: stats(), announceURL: "http://t/announce?passkey=x"),
            UserBody(
                id: UserID(1), username: "ana", role: try role(), stats: stats(),
                createdAt: Timestamp(seconds: 1),
                ban: BanBody(reason: "spam", expiresAt: Timestamp(seconds: 9))),
            MemberName(id: UserID(1), username: "ana"),
            NewUser(username: "ana", password: "senha", roleId: RoleID(2)),
            UserPatch(roleId: RoleID(3)), try summary(),
            CatalogDetail(
                summary: try summary(), description: "d",
                files: [CatalogFile(path: "a/b", size: .zero)], uploaderRole: "Member",
                reason: "r"),
            PublishRequest(
                title: "t", description: "d", tags: [], minRoleWeight: weight, torrent: "AA=="),
            ReasonBody(reason: "r"), SettingsBody(.initial),
            SettingsPatch(
                registration: .open, requiredRatio: 1, graceBytes: .zero, announceInterval: 60),
            AuditBody(
                id: 1, at: Timestamp(seconds: 1), actor: "ana", act: "role.created", subject: "s",
                reason: "r", before: "b", after: "a"),
            CommunityEvent(
                kind: .catalogApproved, catalogId: CatalogID(1), userId: UserID(2), title: "t",
                reason: "r", stats: stats()),
            TorrentShare(
                catalogId: CatalogID(1), title: "t", bytesUp: .zero, bytesDown: .zero,
                isActive: true),
            HistoryReply(
                bucketSeconds: 60,
                points: [HistoryPoint(at: Timestamp(seconds: 60), bytesUp: -1, bytesDown: 2)]),
            RatioAdjustment(bytesUp: .min, bytesDown: .max, reason: "r"),
            TransferReports(events: [
                TransferReport(type: .pieceFinished, infoHash: try hash(), piece: 1),
                TransferReport(
                    type: .uploadTick, infoHash: try hash(), bytes: ByteCount(clamping: 5)),
            ]),
            RoleBody(
                id: RoleID(10), name: "Gerente Regional", weight: weight, parentId: RoleID(4),
                grants: [.auditRead], denies: [.catalogEdit], effective: [.auditRead],
                isSuperAdmin: false, users: 3),
            NewRole(name: "n", weight: weight, parentId: RoleID(4), grants: [.auditRead]),
            RolePatch(name: "n", weight: weight, parentId: RoleID(1), grants: [], denies: []),
            RoleDeletion(moveUsersTo: RoleID(2)),
            PermissionBody(name: .usersBan, meaning: "m"),
            Problem(
                status: 409, title: "Conflict", code: "c", detail: "d", catalogId: CatalogID(1)),
        ]
    }
}
