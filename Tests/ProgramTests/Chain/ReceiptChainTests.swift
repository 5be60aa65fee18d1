import API
import APIClient
import Domain
import Foundation
import Logging
import Server
import Service
import Store
import Testing

/// A server in this process, so that a test sees what its room of evidence knows; and real clients.
@Suite(.inTurn) struct ReceiptChainTests {
    private struct Community {
        let site: Site
        let url: String

        func admin() async throws -> APIClient { try await client(RunningServer.founder) }

        func client(_ request: SignInRequest) async throws -> APIClient {
            let client = APIClient(server: try #require(ServerAddress(url)))
            try await client.signIn(request)
            return client
        }

        func joining(_ name: String, as role: RoleID) async throws -> Person {
            let request = RunningServer.request(name)
            _ = try await admin().call(
                Endpoints.createUser,
                body: NewUser(username: name, password: request.password, roleId: role))
            let person = try Person(at: url)
            let ended = try await person.enxame("login", name, input: request.password + "\n")
            try #require(ended.code == 0, "\(ended.error)")
            return person
        }

        static func run(_ test: @escaping @Sendable (Community) async throws -> Void) async throws {
            let folder = try TemporaryFolder()
            let store = try await CommunityStore(
                engine: try SQLiteEngine(path: folder.path + "/enxame.sqlite"))
            let site = Site(
                store: store, hashing: try Argon2Hashing(memory: 8192, passes: 1),
                tokens: await SignedTokens(key: [UInt8](repeating: 7, count: 32)),
                secrets: RandomSecrets(),
                clock: Clock(now: { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }))
            _ = try await site.members.createFirst(
                username: try #require(Username(rawValue: RunningServer.founder.username)),
                password: RunningServer.founder.password)
            let address = ListenSettings.Address(host: "127.0.0.1", port: 0)
            let applications = Applications(
                site: site, settings: ListenSettings(api: address, tracker: address),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let (ready, continuation) = AsyncStream.makeStream(of: Listening.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { continuation.finish() }
                    try await applications.run(signals: []) { continuation.yield($0) }
                }
                var hasRun = false
                for await ports in ready {
                    hasRun = true
                    try await test(
                        Community(site: site, url: "http://127.0.0.1:\(ports.apiPort)"))
                    break
                }
                #expect(hasRun)
                group.cancelAll()
            }
            try await store.close()
        }
    }

    @Test("what one of our programs takes from another is attested to the byte, and is no evidence")
    func attested() async throws {
        try await Community.run { community in
            let gil = try await community.joining("gil", as: BuiltInRoles.gerente)
            let rui = try await community.joining("rui", as: BuiltInRoles.member)
            let report = noise(2_345_678)
            let file = try gil.home.write(report, to: "relatorio.pdf")
            try await gil.seeding(file, titled: "Relatório") { entry in
                try await community.admin().awaitSeeder(of: entry.id)
                let fetched = try await rui.enxame("download", "\(entry.id)", "--dest", "here")
                #expect(fetched.code == 0, "\(fetched.error)")
                #expect(rui.home.bytes("here/relatorio.pdf") == report)
            }
            // Blocks that were asked for twice at the end may come twice.
            try await eventually("the receipts have been looked at") {
                await community.site.evidenceRoom.figures.attested.bytes >= Int64(report.count)
            }
            let figures = await community.site.evidenceRoom.figures
            #expect(figures.attested.bytes < Int64(report.count) + 1_000_000)
            #expect(figures.receipts >= 1 && figures.announces >= 3)
            let cases = try await community.admin().call(
                Endpoints.evidence, query: EvidenceQuery())
            #expect(cases.items.isEmpty && figures.pieces == 0)
        }
    }
}
