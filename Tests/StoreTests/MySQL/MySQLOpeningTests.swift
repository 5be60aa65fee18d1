import Store
import TestMariaDB
import Testing

@Suite("Opening a MySQL database", .inTurn)
struct MySQLOpeningTests {
    private static func fault(
        _ address: MySQLAddress, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> SQLFault {
        do {
            try await MySQLEngine.open(address).close()
        } catch {
            return try #require(error as? SQLFault, sourceLocation: sourceLocation)
        }
        Issue.record("it opened", sourceLocation: sourceLocation)
        throw WrongURL()
    }

    @Test("nobody there, a wrong password and an unknown database are told apart")
    func notLetIn() async throws {
        let server = try await MariaDBServer.shared()
        var address = try server.address("nowhere")
        #expect(
            "\(try await Self.fault(address))"
                == "cannot use the database at mysql://127.0.0.1:\(server.port)/nowhere: "
                + "there is no database nowhere; make one with: "
                + "create database nowhere character set utf8mb4")
        address.password = "s3cret"
        let refused = "\(try await Self.fault(address))"
        #expect(refused.hasSuffix("it does not let enxame in (wrong name or password)"))
        #expect(!refused.contains("s3cret"))
        let silent = try await Loopback.withClosedPort { port in
            address.hosts = [.init(name: "127.0.0.1", port: UInt16(port))]
            return "\(try await Self.fault(address))"
        }
        #expect(silent.contains("Can't connect") && !silent.contains("s3cret"), "\(silent)")
    }

    @Test("text in another character set is found before it is needed")
    func charset() async throws {
        let server = try await MariaDBServer.shared()
        let database = try server.makeDatabase()
        defer { server.dropDatabase(database) }
        try server.execute(
            """
            use \(database);
            create table theirs (name text) character set latin1;
            create table account (username varchar(20)) character set latin1
            """)
        #expect(
            try await Self.fault(server.address(database))
                == .wrongCharset(table: "account", found: "latin1"))
    }

    @Test("a server that is set up so that it cannot serve says what to change")
    func settings() async throws {
        let server = try await MariaDBServer.start(["--innodb-ft-min-token-size=4"])
        let database = try server.makeDatabase()
        let address = try server.address(database)
        #expect("\(try await Self.fault(address))".contains("innodb_ft_min_token_size is 4"))

        try server.execute("set global max_allowed_packet = 1048576")
        #expect("\(try await Self.fault(address))".contains("max_allowed_packet is 1048576"))

        try server.execute("set global read_only = 1")
        guard case .readOnly(let why) = try await Self.fault(address) else {
            Issue.record("it is not said to be read-only")
            return
        }
        #expect(why == "\(address) is set to read_only")
        #expect(try server.select("show tables from \(database)").isEmpty)
    }

    @Test("a table that is full is told as a full disk")
    func full() async throws {
        try await MySQLStage.with { stage in
            try await stage.define("set session max_heap_table_size = 16384")
            await #expect(throws: SQLFault.full) {
                try await stage.engine.write { db in
                    try db.run("set session max_heap_table_size = 16384", [])
                    try db.define("create table m (t varchar(1000)) engine = memory")
                    for _ in 0..<20_000 {
                        _ = try db.run("insert into m values (repeat('x', 1000))", [])
                    }
                }
            }
        }
    }

    @Test("a server that becomes read-only is told as such, and works again when it is not")
    func readOnlyWhileRunning() async throws {
        let server = try await MariaDBServer.start()
        let database = try server.makeDatabase()
        try server.execute(
            """
            create user 'plain'@'%' identified by 'plain';
            grant all on \(database).* to 'plain'@'%'
            """)
        var address = try server.address(database)
        (address.user, address.password) = ("plain", "plain")
        let engine = try await MySQLEngine.open(address)
        try await engine.write { try $0.define("create table n (id bigint)") }
        try server.execute("set global read_only = 1")
        let write: @Sendable (any SQLConnection) throws -> Void = { db in
            _ = try db.run("insert into n values (1)", [])
        }
        do {
            try await engine.write(write)
            Issue.record("it was written")
        } catch SQLFault.readOnly {}
        try server.execute("set global read_only = 0")
        try await eventually("it is written to again") {
            do {
                try await engine.write(write)
                return true
            } catch SQLFault.readOnly { return false }
        }
        try await engine.close()
    }

    @Test("passwords are sent as ed25519 asks where the server wants that")
    func ed25519() async throws {
        let server = try await MariaDBServer.shared()
        let database = try server.makeDatabase()
        defer { server.dropDatabase(database) }
        try server.execute(
            """
            install soname 'auth_ed25519';
            create user if not exists 'curve'@'%' identified via ed25519 using password('c');
            grant all on *.* to 'curve'@'%'
            """)
        var address = try server.address(database)
        (address.user, address.password) = ("curve", "c")
        try await MySQLEngine.open(address).close()
    }
}
