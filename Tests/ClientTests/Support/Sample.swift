import API
import Cells
import Client
import Domain
import Testing

/// A small community that never changes: 20 November 2026, 21:04.
enum Sample {
    static let now = Moment(milliseconds: 1_795_208_645_000)

    static func ago(_ seconds: Int64) -> Timestamp { now.timestamp.adding(seconds: -seconds) }
    static func days(_ count: Int64) -> Timestamp { ago(count * 86_400) }

    static func hash(_ number: Int) -> InfoHash {
        let byte = UInt8(truncatingIfNeeded: number)
        guard let hash = InfoHash(Array(repeating: byte, count: 20)) else {
            preconditionFailure("twenty bytes are an info hash")
        }
        return hash
    }

    static func weight(_ value: Int) -> RoleWeight { RoleWeight(value) ?? .guest }

    static func address(_ text: String) -> ServerAddress {
        guard let address = ServerAddress(text) else {
            preconditionFailure("\(text) is an address")
        }
        return address
    }

    static let server = address("localhost:8000")

    static func bytes(_ gibibytes: Double) -> ByteCount {
        ByteCount(clamping: Int64(gibibytes * 1_073_741_824))
    }

    static func stats(up: Double, down: Double) -> StatsBody {
        StatsBody(
            bytesUp: bytes(up), bytesDown: bytes(down), requiredRatio: 0.6,
            graceBytes: bytes(5), seeding: 11, leeching: 3)
    }

    // MARK: roles and members

    static let customRole = RoleID(7)

    static let roles: [RoleBody] = {
        let counts = [0, 918, 22, 9, 3, 1]
        let tree = RoleTree(BuiltInRoles.all)
        var bodies = zip(BuiltInRoles.all, counts).map { role, users in
            body(of: role, users: users, in: tree)
        }
        if let name = RoleName(rawValue: "Gerente Regional") {
            let role = Role(
                id: customRole, name: name, weight: weight(550), parent: BuiltInRoles.gerente,
                grants: [.auditRead], denies: [.catalogEdit])
            bodies.append(body(of: role, users: 14, in: tree.replacing(role)))
        }
        return bodies.sorted { $0.weight < $1.weight }
    }()

    static func body(of role: Role, users: Int, in tree: RoleTree) -> RoleBody {
        RoleBody(
            id: role.id, name: role.name.rawValue, weight: role.weight, parentId: role.parent,
            grants: role.grants.sorted(), denies: role.denies.sorted(),
            effective: tree.effective(role.id).sorted(), isSuperAdmin: role.isSuperAdmin,
            users: users)
    }

    static func reference(_ id: RoleID) -> RoleReference {
        let role = roles.first { $0.id == id }
        return RoleReference(
            id: id, name: role?.name ?? "", weight: role?.weight ?? .guest)
    }

    static func me(_ name: String, _ role: RoleID, id: Int64 = 1) -> MeReply {
        MeReply(
            id: UserID(id), username: name, role: reference(role),
            permissions: roles.first { $0.id == role }?.effective ?? [],
            stats: stats(up: 412.6, down: 224.2), announceURL: "http://localhost:6969/announce")
    }

    static func user(
        _ id: Int64, _ name: String, _ role: RoleID, up: Double, down: Double, since: Int64,
        ban: BanBody? = nil
    ) -> UserBody {
        UserBody(
            id: UserID(id), username: name, role: reference(role),
            stats: stats(up: up, down: down), createdAt: days(since), ban: ban)
    }

    static let users = [
        user(1, "ana", BuiltInRoles.admin, up: 412.6, down: 224.2, since: 700),
        user(2, "bruno", BuiltInRoles.member, up: 3.2, down: 12, since: 40),
        user(3, "carla", BuiltInRoles.supervisor, up: 88, down: 90, since: 300),
        user(4, "gil", customRole, up: 61, down: 20.5, since: 120),
        user(5, "maria", BuiltInRoles.gerente, up: 920, down: 500, since: 410),
        user(6, "novato", BuiltInRoles.member, up: 0, down: 0, since: 0),
        user(7, "root", BuiltInRoles.superAdmin, up: 12, down: 1, since: 900),
        user(
            8, "xpto42", BuiltInRoles.member, up: 0.4, down: 41, since: 21,
            ban: BanBody(reason: "claimed what nobody received")),
    ]

    // MARK: the catalog

    static func entry(
        _ id: Int64, _ title: String, _ kind: FileKind, _ gibibytes: Double, seeders: Int,
        leechers: Int, age: Timestamp, minimum: Int = 0, uploader: String = "ana",
        status: CatalogStatus = .approved, tags: [String] = []
    ) -> CatalogSummary {
        CatalogSummary(
            id: CatalogID(id), title: title, kind: kind, size: bytes(gibibytes),
            fileCount: id == 1 ? 2 : Int(id), tags: tags, uploader: uploader,
            minRoleWeight: weight(minimum), status: status, infoHash: hash(Int(id)),
            createdAt: age, seeders: seeders, leechers: leechers, completed: seeders * 7 + 24)
    }

    static let entries = [
        entry(
            1, "Relatório de Segurança 2026", .pdf, 0.01387, seeders: 42, leechers: 3,
            age: days(2), tags: ["segurança", "anual", "pdf"]),
        entry(
            2, "Aula 07: sistemas distribuídos", .video, 1.21, seeders: 18, leechers: 9,
            age: days(5), uploader: "gil"),
        entry(
            3, "東京の地図 (atlas, 3 volumes)", .pdf, 0.379, seeders: 11, leechers: 0,
            age: days(9)),
        entry(
            4, "Fotos do encontro 📷 2025", .image, 2.04, seeders: 7, leechers: 1, age: days(21)),
        entry(
            5, "Backup interno 2026-10", .archive, 18.6, seeders: 2, leechers: 0, age: days(28),
            minimum: 400, uploader: "root"),
        entry(
            6, "Podcast: Enxames e formigas, ep. 12", .audio, 0.0596, seeders: 29, leechers: 2,
            age: days(35)),
        entry(
            7, "Manual do operador (rev. C)", .pdf, 0.0077, seeders: 15, leechers: 0,
            age: days(70)),
        entry(
            8, "Conjunto de dados: qualidade do ar", .archive, 4.4, seeders: 5, leechers: 4,
            age: days(95), minimum: 550),
    ]

    static let detail = CatalogDetail(
        summary: entries[0],
        description: "Análise anual dos incidentes e das medidas tomadas em cada unidade, com "
            + "recomendações para 2027.",
        files: [
            CatalogFile(path: "Relatório de Segurança 2026.pdf", size: bytes(0.0127)),
            CatalogFile(path: "anexos/tabelas.csv", size: bytes(0.0012)),
        ], uploaderRole: "Admin", reason: nil)

    static let pending = [
        entry(
            21, "Aula 08: consenso", .video, 1.4, seeders: 1, leechers: 0, age: ago(1800),
            uploader: "gil", status: .pending),
        entry(
            22, "Atas do conselho", .pdf, 0.02, seeders: 1, leechers: 0, age: ago(7200),
            minimum: 400, uploader: "carla", status: .pending),
    ]

    // MARK: transfers

    static let transfers = [
        Transfer(
            infoHash: hash(2), name: "aula-07.mkv", state: .downloading, size: bytes(1.21),
            done: bytes(0.7623), downloadRate: ByteCount(clamping: 8_493_465),
            downloaded: bytes(0.77), uploaded: bytes(0.092), peers: 14, seeds: 9,
            savePath: "/home/maria/Downloads/Enxame"),
        Transfer(
            infoHash: hash(3), name: "atlas", state: .downloading, size: bytes(0.379),
            done: bytes(0.0796), downloadRate: ByteCount(clamping: 4_508_876),
            uploadRate: ByteCount(clamping: 12_288), downloaded: bytes(0.08),
            uploaded: bytes(0.0024), peers: 9, seeds: 8, savePath: "/home/maria/Downloads/Enxame"),
        Transfer(
            infoHash: hash(5), name: "backup", state: .paused, size: bytes(18.6),
            done: bytes(8.93), downloaded: bytes(9), uploaded: bytes(3.6),
            savePath: "/home/maria/Downloads/Enxame"),
        Transfer(
            infoHash: hash(8), name: "dados", state: .failed, size: bytes(4.4), done: bytes(0.31),
            downloaded: bytes(0.31), savePath: "/data",
            problem: "disk full: 1.2 GiB short on /data; press p to try again"),
        Transfer(
            infoHash: hash(6), name: "podcast-12.ogg", state: .seeding, size: bytes(0.0596),
            done: bytes(0.0596), uploadRate: ByteCount(clamping: 3_250_586),
            downloaded: bytes(0.0596), uploaded: bytes(0.0966), peers: 6,
            savePath: "/home/maria/Downloads/Enxame"),
        Transfer(
            infoHash: hash(1), name: "relatorio-2026.pdf", state: .seeding, size: bytes(0.01387),
            done: bytes(0.01387), downloaded: bytes(0.01387), uploaded: bytes(0.0569),
            savePath: "/home/maria/Downloads/Enxame"),
    ]

    static let audit = [
        AuditBody(
            id: 3, at: ago(67), actor: "ana", act: "role.changed", subject: "Gerente Regional",
            reason: "regional pilot", before: "denies –", after: "denies catalog.edit"),
        AuditBody(
            id: 2, at: ago(233), actor: "gil", act: "upload.approved",
            subject: "Aula 07: sistemas distribuídos", reason: nil, before: nil, after: nil),
        AuditBody(
            id: 1, at: days(3), actor: "root", act: "user.banned", subject: "xpto42",
            reason: "claimed what nobody received", before: nil, after: "for good"),
    ]
}
