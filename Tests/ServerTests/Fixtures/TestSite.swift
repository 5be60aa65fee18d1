import API
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Service
import Store
import Testing

@testable import Server

/// A community that is asked over HTTP, in process.
struct TestSite: Sendable {
    let home: TestHome
    let client: any TestClientProtocol
    let admin: Member

    var clock: TestClock { home.clock }

    static func with(_ test: @escaping @Sendable (TestSite) async throws -> Void) async throws {
        try await with(try await TestHome(), test)
    }

    static func with(
        _ home: TestHome, _ test: @escaping @Sendable (TestSite) async throws -> Void
    ) async throws {
        let application = Application(
            responder: home.applications.responder, logger: home.logger)
        try await application.test(.router) { client in
            let admin = try await signIn("admin", TestHome.adminPassword, home, client)
            try await test(TestSite(home: home, client: client, admin: admin))
        }
        try await home.store.close()
    }

    // MARK: people

    func member(_ name: String, role: RoleID = BuiltInRoles.member) async throws -> Member {
        let password = "senha de \(name)"
        let _: UserBody = try await call(
            Endpoints.createUser, body: NewUser(username: name, password: password, roleId: role),
            as: admin)
        return try await signIn(name, password)
    }

    func signIn(_ name: String, _ password: String) async throws -> Member {
        try await Self.signIn(name, password, home, client)
    }

    private static func signIn(
        _ name: String, _ password: String, _ home: TestHome, _ client: any TestClientProtocol
    ) async throws -> Member {
        let response = try await client.execute(
            uri: Endpoints.signIn.path([]), method: .post,
            body: ByteBuffer(
                bytes: try WireCoding.encode(SignInRequest(username: name, password: password))))
        let tokens = try WireCoding.decode(TokenReply.self, from: HTTPReply(response).data)
        let username = try #require(Username(rawValue: name))
        let account = try #require(try await home.store.account(named: username))
        return Member(
            id: account.id, name: name, password: password, access: tokens.accessToken,
            refresh: tokens.refreshToken, passkey: account.passkey)
    }

    // MARK: asking

    /// Asks for something that must be granted.
    @discardableResult
    func call<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, _ ids: Int64..., query: Query? = nil,
        body: Body? = nil, as member: Member? = nil
    ) async throws -> Reply {
        let response = try await send(endpoint, ids, query: query, body: body, as: member)
        try #require(response.status == endpoint.status, "\(response.text)")
        if let nothing = Nothing() as? Reply { return nothing }
        return try WireCoding.decode(Reply.self, from: response.data)
    }

    /// Asks for something that must be refused, in the way of every refusal.
    func refusal<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, _ ids: Int64..., query: Query? = nil,
        body: Body? = nil, as member: Member? = nil
    ) async throws -> Problem {
        try Self.problem(try await send(endpoint, ids, query: query, body: body, as: member))
    }

    /// Whatever the answer is.
    func send<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, _ ids: [Int64], query: Query? = nil,
        body: Body? = nil, as member: Member? = nil
    ) async throws -> HTTPReply {
        let pairs = (query?.pairs ?? []).map { "\($0.name)=\(Self.escaped($0.value))" }
        let path = endpoint.path(ids) + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
        let json = try body.map { try WireCoding.encode($0) }
        let reply = try await raw(
            endpoint.method, path, json.map { Array($0) }, token: member?.access)
        try Documented.expect(reply, of: endpoint)
        return reply
    }

    func raw(
        _ method: Method, _ path: String, _ body: [UInt8]? = nil, token: String? = nil
    ) async throws -> HTTPReply {
        let method = try #require(HTTPRequest.Method(method.rawValue))
        return HTTPReply(
            try await client.execute(
                uri: path, method: method,
                headers: token.map { [.authorization: "Bearer \($0)"] } ?? [:],
                body: body.map { ByteBuffer(bytes: $0) }))
    }

    /// Every refusal is problem+json with a code, a title and a sentence.
    static func problem(_ response: HTTPReply) throws -> Problem {
        #expect(response.header("Content-Type") == Problem.contentType, "\(response.text)")
        let problem = try WireCoding.decode(Problem.self, from: response.data)
        #expect(problem.status == response.status)
        #expect(problem.status >= 400)
        #expect(problem.code.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil)
        #expect(!problem.title.isEmpty)
        #expect(!problem.detail.isEmpty)
        return problem
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar)
                ? String(scalar) : "%" + Hex.encode([byte])
        }.joined()
    }
}
