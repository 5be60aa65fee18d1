import Foundation
import Testing

/// The real `enxamed`, started wrongly: one clear line, an exit code of sysexits.h, and no trace.
@Suite struct ServerStartTests {
    private func start(
        _ folder: TemporaryFolder, _ environment: [String: String], _ arguments: [String] = []
    ) async throws -> Ended {
        let settings = [
            "ENXAME_DATA_DIR": folder.path + "/data", "ENXAME_LISTEN": "127.0.0.1:0",
            "ENXAME_TRACKER_LISTEN": "127.0.0.1:0",
        ]
        return try await RunningProgram.start(
            "enxamed", arguments,
            environment: Binaries.environment(
                home: folder.path, settings.merging(environment) { $1 }), in: folder.path
        ).end()
    }

    @Test(
        "a wrong setting ends the start before anything is written",
        arguments: [
            ("ENXAME_LISTEN", "127.0.0.1:99999"), ("ENXAME_TRACKER_LISTEN", "nowhere"),
            ("ENXAME_LOG_LEVEL", "loud"), ("ENXAME_TRACKER_URL", "tracker"),
            ("ENXAME_DATABASE_URL", "oracle://x:secret@y"),
            ("ENXAME_DATABASE_URL", "mysql://x:secret@y:99999/z"),
            ("ENXAME_DATABASE_URL", "mysql://x:secret@y"),
            ("ENXAME_DATABASE_URL", "mysql://x:secret@y/z?charset=latin1"),
        ])
    func wrongSetting(name: String, value: String) async throws {
        let folder = try TemporaryFolder()
        let ended = try await start(folder, [name: value])
        #expect(ended.code == 78)
        #expect(ended.complaints.count == 1)
        let isNamed = ["is “", "cannot be used: "].contains { words in
            ended.complaints.first?.hasPrefix("enxamed: \(name) \(words)") == true
        }
        #expect(isNamed, "\(ended.error)")
        #expect(!ended.error.contains("secret"))
        #expect(ended.output.isEmpty)
        #expect(!folder.exists("data"))
    }

    @Test("a flag wins over the environment, and the environment over .env")
    func order() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("ENXAME_LOG_LEVEL=from-file\n".utf8), to: ".env")
        let fromFile = try await start(folder, [:])
        #expect(fromFile.error.contains("“from-file”"))
        // Set to nothing, as compose files do, is not set.
        #expect(try await start(folder, ["ENXAME_LOG_LEVEL": ""]).error.contains("“from-file”"))
        let environment = ["ENXAME_LOG_LEVEL": "from-environment"]
        #expect(try await start(folder, environment).error.contains("“from-environment”"))
        let flag = try await start(folder, environment, ["--log-level", "from-flag"])
        #expect(flag.error.contains("“from-flag”"))
    }

    @Test("a broken line of .env is named by its number")
    func brokenFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("# settings\nENXAME_LISTEN 127.0.0.1:0\n".utf8), to: ".env")
        let ended = try await start(folder, [:])
        #expect(ended.code == 78)
        #expect(ended.complaints == ["enxamed: .env, line 2: not NAME=value"])
    }

    @Test("a data folder that cannot be one is named")
    func noFolder() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write([1], to: "file")
        let ended = try await start(folder, ["ENXAME_DATA_DIR": file + "/data"])
        #expect(ended.code == 78)
        #expect(ended.complaints.count == 1)
        #expect(ended.error.hasPrefix("enxamed: cannot use the data folder \(file)/data: "))
    }

    @Test("a database that is none, or that cannot be opened, is named")
    func noDatabase() async throws {
        let folder = try TemporaryFolder()
        try folder.write([UInt8](repeating: 65, count: 5000), to: "data/enxame.sqlite")
        let ended = try await start(folder, [:])
        #expect(ended.code == 74)
        #expect(ended.complaints.count == 1)
        #expect(ended.error.contains("\(folder.path)/data/enxame.sqlite: "))
        let missing = try await start(
            folder, ["ENXAME_DATABASE_URL": "sqlite:\(folder.path)/no/such/e.sqlite"])
        #expect(missing.code == 74)
        #expect(missing.error.contains("no/such/e.sqlite"))
    }

    @Test("a password that will not do is refused and not repeated")
    func badPassword() async throws {
        let folder = try TemporaryFolder()
        let ended = try await start(folder, ["ENXAME_ADMIN_PASSWORD": "xyzzy"])
        #expect(ended.code == 78)
        #expect(ended.complaints.count == 1)
        #expect(ended.error.hasPrefix("enxamed: ENXAME_ADMIN_PASSWORD is “…”"))
        #expect(!ended.error.contains("xyzzy"))
    }

    @Test("a folder or a port in use by another server is named, and the other goes on")
    func inUse() async throws {
        try await RunningServer.run { server in
            let data = try await start(
                server.folder, ["ENXAME_DATA_DIR": server.folder.path + "/data"])
            #expect(data.code == 78)
            #expect(
                data.complaints
                    == [
                        "enxamed: another enxamed is using the data folder \(server.folder.path)/data"
                    ])
            let address = server.url.replacing("http://", with: "")
            let port = try await start(
                try TemporaryFolder(),
                ["ENXAME_LISTEN": address, "ENXAME_ADMIN_PASSWORD": "admin123"])
            #expect(port.code == 69)
            #expect(
                port.complaints.last
                    == "enxamed: cannot listen on \(address): address already in use")
            _ = try await server.admin()
        }
    }
}
