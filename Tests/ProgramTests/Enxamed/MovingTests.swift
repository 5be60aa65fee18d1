import Domain
import Foundation
import Testing

/// `enxamed export`, `import` and `backup`, as an operator runs them.
@Suite(.inTurn) struct MovingTests {
    @Test("a running site is exported, moved and served elsewhere, and nothing is lost")
    func moved() async throws {
        try await RunningServer.run { server in
            _ = try await server.join("bia", as: BuiltInRoles.member)
            let old = Place(server.folder)
            let exported = try await old.run("export", "site.enxame")
            #expect(exported.code == 0, "\(exported.error)")
            #expect(exported.output.isEmpty)
            #expect(try old.mode("site.enxame") == 0o600)

            let new = Place(server.folder, data: "new")
            let imported = try await new.run("import", "site.enxame")
            #expect(imported.code == 0, "\(imported.error)")
            #expect(try await new.run("ledger", "verify").code == 0)
            // The line ends with the checksum of the content.
            let again = try await new.run("export", "again.enxame")
            #expect(again.complaints == exported.complaints)

            let there = try await new.run("import", "site.enxame")
            #expect(there.code == 73)
            #expect(
                there.complaints.last?.hasPrefix(
                    "enxamed: a site can only move into an empty database, and this one has ")
                    == true)
        }
    }

    @Test("an export goes through a pipe, with nothing but the site on standard output")
    func piped() async throws {
        try await RunningServer.run { server in
            let old = Place(server.folder)
            let exported = try await old.run("export")
            #expect(exported.code == 0, "\(exported.error)")
            #expect(exported.output.hasPrefix("{\"format\":\"enxame-site\""))
            let new = Place(server.folder, data: "new")
            let imported = try await new.run("import", "-", input: exported.output)
            #expect(imported.code == 0, "\(imported.error)")
            #expect(try await new.run("export").complaints == exported.complaints)
        }
    }

    @Test("an import that is killed leaves nothing that can be served")
    func killed() async throws {
        try await RunningServer.run { server in
            let old = Place(server.folder)
            let site = Array(try await old.run("export").output.utf8)
            let new = Place(server.folder, data: "new")
            let pipe = server.folder.path + "/pipe"
            #expect(mkfifo(pipe, 0o600) == 0)
            let program = try await new.start("import", "pipe")
            // Opens as soon as the import does, and holds back the second half.
            let descriptor = try await awaited("the import reads") {
                let descriptor = open(pipe, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
                return descriptor >= 0 ? descriptor : nil
            }
            defer { close(descriptor) }
            let half = site.prefix(site.count / 2)
            #expect(half.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } > 0)
            try await eventually("the mark is in the database") {
                let log = FileManager.default.contents(
                    atPath: server.folder.path + "/new/enxame.sqlite-wal")
                return log?.range(of: Data("import_unfinished".utf8)) != nil
            }
            try await program.stop(SIGKILL)

            let words = "enxamed: the database holds a part of a site whose import was not finished"
            for command in [[], ["export"], ["ledger", "verify"], ["import", "site.enxame"]] {
                try server.folder.write(site, to: "site.enxame")
                let ended = try await new.run(command)
                #expect(ended.code == 74)
                #expect(ended.complaints.count == 1)
                #expect(ended.complaints.first?.hasPrefix(words) == true, "\(ended.error)")
                #expect(ended.output.isEmpty)
            }
        }
    }

    @Test("a damaged file is told in one line with its place, and makes no database")
    func damaged() async throws {
        try await RunningServer.run { server in
            var site = try await Place(server.folder).run("export").output
            site.replace("\"admin\"", with: "\"nimda\"", maxReplacements: 1)
            try server.folder.write(Array(site.utf8), to: "site.enxame")
            let ended = try await Place(server.folder, data: "new").run("import", "site.enxame")
            #expect(ended.code == 65)
            #expect(ended.complaints.count == 1)
            #expect(
                ended.complaints.first?.contains(
                    #/enxamed: the file is damaged at line \d+ \(block 1 of account\): /#) == true,
                "\(ended.error)")
            #expect(!server.folder.exists("new"))
        }
    }

    @Test("a file that is there is not replaced, unless that is asked for")
    func there() async throws {
        try await RunningServer.run { server in
            let place = Place(server.folder)
            for command in ["export", "backup"] {
                try server.folder.write([1, 2, 3], to: command)
                let refused = try await place.run(command, command)
                #expect(refused.code == 73)
                #expect(
                    refused.complaints
                        == ["enxamed: \(command) is there already; --force replaces it"])
                #expect(server.folder.bytes(command) == [1, 2, 3])
                let forced = try await place.run(command, command, "--force")
                #expect(forced.code == 0, "\(forced.error)")
                #expect(try place.mode(command) == 0o600)
            }
            let missing = try await place.run("export", "nowhere/site.enxame")
            #expect(missing.code == 73)
            #expect(
                missing.complaints
                    == ["enxamed: cannot make nowhere/site.enxame: no such file or directory"])
            #expect(!server.folder.names().contains { $0.contains("partial") })
        }
    }

    @Test("a backup of a running site is a database that a server can use")
    func backup() async throws {
        try await RunningServer.run { server in
            _ = try await server.join("bia", as: BuiltInRoles.member)
            let made = try await Place(server.folder).run("backup", "copy.sqlite")
            #expect(made.code == 0, "\(made.error)")
            let copy = Place(server.folder, database: "sqlite:copy.sqlite")
            #expect(try await copy.run("ledger", "verify").code == 0)
            let exported = try await Place(server.folder).run("export")
            #expect(try await copy.run("export").complaints == exported.complaints)
        }
    }

    @Test("a backup of a database server is that server's own affair")
    func backupOfServer() async throws {
        let folder = try TemporaryFolder()
        let place = Place(folder, database: "mysql://me:secret@127.0.0.1:1/site")
        let ended = try await place.run("backup", "copy")
        #expect(ended.code == 64)
        #expect(ended.complaints.count == 1)
        #expect(ended.error.contains("mariadb-dump") && ended.error.contains("enxamed export"))
        #expect(!ended.error.contains("secret"))
        #expect(!folder.exists("copy"))
    }

    @Test("what is not there is told, and not made")
    func nothing() async throws {
        let folder = try TemporaryFolder()
        for command in ["export", "backup"] {
            let ended = try await Place(folder).run(command, "file")
            #expect(ended.code == 78)
            #expect(ended.complaints.count == 1)
            #expect(ended.error.contains("there is no database in it"))
        }
        let ended = try await Place(folder).run("import", "file")
        #expect(ended.code == 66)
        #expect(
            ended.complaints == ["enxamed: cannot read file: no such file or directory"])
        #expect(folder.names() == ["tmp"])
    }

    /// Root may mount; nobody else can make a small disk.
    @Test(
        "a full disk is told in one line, and nothing is left on it", .enabled(if: geteuid() == 0))
    func diskFull() async throws {
        try await RunningServer.run { server in
            let disk = server.folder.path + "/disk"
            try FileManager.default.createDirectory(
                atPath: disk, withIntermediateDirectories: false)
            let place = Place(server.folder)
            let words = ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", disk]
            guard try await place.tool(words).code == 0 else { return }
            do {
                try server.folder.write(Array(repeating: 0, count: 4096), to: "disk/full")
                for command in ["export", "backup"] {
                    let ended = try await place.run(command, "disk/file")
                    #expect(ended.code == 74)
                    #expect(
                        ended.complaints
                            == ["enxamed: cannot write disk/file: no space left on device"])
                    #expect(server.folder.names("disk") == ["full"])
                }
            } catch {
                _ = try? await place.tool(["umount", disk])
                throw error
            }
            #expect(try await place.tool(["umount", disk]).code == 0)
        }
    }
}

/// Where `enxamed` is run: a folder, and the data folder or database in it.
private struct Place {
    let folder: TemporaryFolder
    private var environment: [String: String]

    init(_ folder: TemporaryFolder, data: String = "data", database: String? = nil) {
        self.folder = folder
        environment = [
            "ENXAME_DATA_DIR": folder.path + "/" + data, "ENXAME_LISTEN": "127.0.0.1:0",
            "ENXAME_TRACKER_LISTEN": "127.0.0.1:0",
        ]
        environment["ENXAME_DATABASE_URL"] = database
    }

    func start(_ arguments: String...) async throws -> RunningProgram {
        try await start(arguments, input: "")
    }

    func run(_ arguments: String..., input: String = "") async throws -> Ended {
        try await start(arguments, input: input).end()
    }

    func run(_ arguments: [String]) async throws -> Ended {
        try await start(arguments, input: "").end()
    }

    func tool(_ words: [String]) async throws -> Ended {
        try await RunningProgram.start(
            words[0], Array(words.dropFirst()), environment: Binaries.environment(home: "/"),
            in: "/"
        ).end()
    }

    func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[
            .posixPermissions] as? Int
    }

    private func start(_ arguments: [String], input: String) async throws -> RunningProgram {
        try await RunningProgram.start(
            "enxamed", arguments,
            environment: Binaries.environment(home: folder.path, environment), in: folder.path,
            input: input)
    }
}
