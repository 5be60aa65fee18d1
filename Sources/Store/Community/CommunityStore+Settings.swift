package import Domain
package import Service

extension CommunityStore {
    package func settings() async throws -> CommunitySettings {
        try await engine.read { try Self.settings($0) }
    }

    package func change(
        to settings: CommunitySettings, expecting expected: CommunitySettings, audit: AuditEntry
    ) async throws {
        try await engine.write { db in
            // Settings change rarely, and so do roles: one row orders both.
            try Self.holdRoles(db)
            guard try Self.settings(db) == expected else { throw StoreFailure.gone }
            for (name, value) in settings.words {
                let outcome = try db.run(
                    "update setting set value = ? where name = ?", [.text(value), .text(name)])
                // MySQL counts a row that was equal already as not changed.
                if outcome.changes > 0 { continue }
                if try db.count("setting where name = ?", [.text(name)]) > 0 { continue }
                try db.run(
                    "insert into setting (name, value) values (?, ?)", [.text(name), .text(value)])
            }
            try Self.write(audit, db)
        }
    }

    private static func settings(_ db: any SQLConnection) throws -> CommunitySettings {
        let rows = try db.all("select name, value from setting")
        return CommunitySettings(
            words: try Dictionary(
                rows.map { (try $0.text("name"), try $0.text("value")) },
                uniquingKeysWith: { first, _ in first }))
    }
}

extension CommunitySettings {
    /// As the rows of a table have them.
    fileprivate var words: [String: String] {
        [
            "registration": registration.rawValue, "required_ratio": String(requiredRatio),
            "grace_bytes": String(graceBytes.bytes),
            "announce_interval": String(announceInterval),
            "approval_required": String(approvalRequired),
            "requests_per_second": String(requestsPerSecond),
            "request_burst": String(requestBurst), "max_torrent_bytes": String(maxTorrentBytes),
            "download_slots": String(downloadSlots), "seeding_hours": String(seedingHours),
            "seeding_ratio_percent": String(seedingRatioPercent),
        ]
    }

    /// What is not there, or not to be read, is as in a new community.
    fileprivate init(words: [String: String]) {
        self = .initial
        func read<Value>(_ name: String, _ into: inout Value, _ parse: (String) -> Value?) {
            if let value = words[name].flatMap(parse) { into = value }
        }
        read("registration", &registration, Registration.init(rawValue:))
        read("required_ratio", &requiredRatio) { Double($0) }
        read("grace_bytes", &graceBytes) { Int64($0).flatMap { ByteCount($0) } }
        read("announce_interval", &announceInterval) { Int($0) }
        read("approval_required", &approvalRequired) { Bool($0) }
        read("requests_per_second", &requestsPerSecond) { Int($0) }
        read("request_burst", &requestBurst) { Int($0) }
        read("max_torrent_bytes", &maxTorrentBytes) { Int($0) }
        read("download_slots", &downloadSlots) { Int($0) }
        read("seeding_hours", &seedingHours) { Int($0) }
        read("seeding_ratio_percent", &seedingRatioPercent) { Int($0) }
    }
}
