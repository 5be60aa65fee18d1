import Store
import TestMariaDB
import Testing

@Suite("TLS to MySQL", .inTurn)
struct MySQLTLSTests {
    private static func cipher(_ address: MySQLAddress) async throws -> String {
        let engine = try await MySQLEngine.open(address)
        let row = try await engine.read { db in
            try db.values("show session status like 'Ssl_cipher'", [], ["Value"])
        }
        try await engine.close()
        guard case .text(let cipher)? = row.first?.first else { throw WrongURL() }
        return cipher
    }

    @Test("a server with a certificate is spoken to as the URL asks")
    func encrypted() async throws {
        let server = try await MariaDBServer.start(isEncrypted: true)
        let database = try server.makeDatabase()
        let address = { (settings: String) throws -> MySQLAddress in
            let url = server.url(database, host: "localhost", settings: settings)
            guard case .mysql(let address) = try DatabaseURL(url) else { throw WrongURL() }
            return address
        }
        #expect(try await Self.cipher(address("tls=off")) == "")
        #expect(try await Self.cipher(address("")) != "")
        #expect(try await Self.cipher(address("tls=required")) != "")
        let verified = "tls=verify&ca=\(server.certificate)"
        #expect(try await Self.cipher(address(verified)) != "")
        // The system's authorities do not know this one.
        await Self.expectTLSFault { try await Self.cipher(address("tls=verify")) }
        // And the certificate is for `localhost` alone.
        let elsewhere = try server.address(database, settings: verified)
        await Self.expectTLSFault { try await Self.cipher(elsewhere) }
    }

    @Test("a server without is refused where TLS is required")
    func plain() async throws {
        let server = try await MariaDBServer.shared()
        let database = try server.makeDatabase()
        defer { server.dropDatabase(database) }
        for tls in ["required", "verify"] {
            let address = try server.address(database, settings: "tls=\(tls)")
            await Self.expectTLSFault { try await Self.cipher(address) }
        }
        #expect(try await Self.cipher(server.address(database)) == "")
    }

    private static func expectTLSFault(
        sourceLocation: SourceLocation = #_sourceLocation, _ work: () async throws -> String
    ) async {
        do {
            _ = try await work()
            Issue.record("it was let in", sourceLocation: sourceLocation)
        } catch {
            #expect("\(error)".contains("TLS failed"), sourceLocation: sourceLocation)
        }
    }
}
