import Store
import Testing

@Suite("Signing in to MySQL 8", .inTurn)
struct MySQL8SignInTests {
    /// SHA-256(password) xor SHA-256(SHA-256(SHA-256(password)) challenge), for `s3nha-da-casa` and
    /// the bytes 1 to 20.
    private static let answer: [UInt8] = [
        0x73, 0x32, 0xc6, 0xc5, 0xe2, 0xb9, 0x92, 0xf1, 0xf1, 0x35, 0xc4, 0x4f, 0xba, 0x93, 0xc4,
        0x7b, 0xbb, 0xee, 0xb4, 0x8e, 0x73, 0x07, 0x8b, 0x25, 0xb1, 0xe7, 0x2b, 0xa5, 0x22, 0x5d,
        0x02, 0x12,
    ]

    private static func open(_ server: FakeMySQL8, password: String) async throws -> String {
        let url = "mysql://enxame:\(password)@127.0.0.1:\(server.port)/site"
        guard case .mysql(let address) = try DatabaseURL(url) else { throw WrongURL() }
        do {
            try await MySQLEngine.open(address).close()
        } catch {
            return "\(error)"
        }
        return ""
    }

    @Test("a caching_sha2_password is proved without being told, and the session begins")
    func cachingSHA2() async throws {
        let server = try FakeMySQL8(expecting: Self.answer)
        let end = try await Self.open(server, password: "s3nha-da-casa")
        #expect(server.visit.answer == Self.answer)
        #expect(server.visit.firstStatement.hasPrefix("set names utf8mb4"))
        #expect(end.contains("enough"), "\(end)")
    }

    @Test("a wrong one is refused")
    func wrongPassword() async throws {
        let server = try FakeMySQL8(expecting: Self.answer)
        let end = try await Self.open(server, password: "outra")
        #expect(server.visit.answer.count == 32)
        #expect(end.hasSuffix("(wrong name or password)"), "\(end)")
    }
}
