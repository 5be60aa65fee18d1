import API
import Domain
import Foundation

/// Somebody who searches: an account with a connection of their own, signed in over the API.
final class Viewer {
    /// The server's first account, and made over the API.
    static let founder = "admin"
    static let guest = "bench-guest"
    static let password = "a-bench-of-oak-1"
    /// Sooner than an access token ends.
    private static let freshness = 600.0

    let name: String
    private let username: String
    private let connection: HTTPConnection
    private var token = ""
    private var age: Stopwatch?

    init(_ name: String, username: String, port: UInt16) throws {
        self.name = name
        self.username = username
        connection = try HTTPConnection(port: port)
        try renew()
    }

    func get(_ path: String) throws -> HTTPConnection.Answer {
        try renew()
        return try checked("GET \(path)", connection.send("GET", path, token: token))
    }

    func post(_ path: String, _ body: some Encodable) throws -> HTTPConnection.Answer {
        try renew()
        let body = try WireCoding.encode(body)
        return try checked(
            "POST \(path)", connection.send("POST", path, token: token, body: body))
    }

    /// Makes the guest's account where there is none.
    func inviteGuest() throws {
        let path = Endpoints.prefix + "/users"
        let guest = NewUser(
            username: Self.guest, password: Self.password, roleId: BuiltInRoles.guest)
        try renew()
        let answer = try connection.send(
            "POST", path, token: token, body: try WireCoding.encode(guest))
        // 409: from a run before.
        if answer.status != 409 { _ = try checked("POST \(path)", answer) }
    }

    /// Nobody types as fast as a bench.
    func liftLimits() throws {
        let path = Endpoints.changeSettings.path([])
        let most = SettingsPatch(
            requestsPerSecond: CommunitySettings.requestRates.upperBound,
            requestBurst: CommunitySettings.requestBursts.upperBound)
        try renew()
        _ = try checked(
            "PATCH \(path)",
            connection.send("PATCH", path, token: token, body: try WireCoding.encode(most)))
    }

    private func renew() throws {
        if let age, age.seconds < Self.freshness { return }
        let path = Endpoints.prefix + "/auth/login"
        let request = SignInRequest(username: username, password: Self.password)
        let answer = try checked(
            "POST \(path)",
            connection.send("POST", path, body: try WireCoding.encode(request)))
        token = try WireCoding.decode(TokenReply.self, from: Data(answer.body)).accessToken
        age = Stopwatch()
    }

    private func checked(
        _ request: String, _ answer: HTTPConnection.Answer
    ) throws -> HTTPConnection.Answer {
        guard (200..<300).contains(answer.status) else {
            throw BenchError.refused(
                request: request, status: answer.status,
                body: String(decoding: answer.body.prefix(300), as: UTF8.self))
        }
        return answer
    }
}
