import API
import Domain
import Testing

/// Every endpoint, with all that `HostileInput` has: refused with a code or taken, and never the
/// server's fault.
@Suite(.everyEngine) struct HostileInputTests {
    private static func with(
        _ test: @escaping @Sendable (TestSite, Member) async throws -> Void
    ) async throws {
        try await TestSite.with { site in
            _ = try await site.call(
                Endpoints.changeSettings,
                body: SettingsPatch(
                    registration: .open, requestsPerSecond: 100_000, requestBurst: 1_000_000),
                as: site.admin)
            try await test(site, try await site.member("root", role: BuiltInRoles.superAdmin))
        }
    }

    private static func path(_ path: String, _ id: String = "3") -> String {
        Endpoints.prefix + path.replacing("{id}", with: id)
    }

    private static func check(_ reply: HTTPReply, _ what: @autoclosure () -> String) throws {
        #expect(reply.status < 500, "\(what()): \(reply.text)")
        if reply.status >= 400 { _ = try TestSite.problem(reply) }
    }

    @Test("bodies that are none", arguments: HostileInput.samples.map { ($0.method, $0.path) })
    func bodies(method: Method, path: String) async throws {
        try await Self.with { site, root in
            for body in HostileInput.bodies {
                let reply = try await site.raw(method, Self.path(path), body, token: root.access)
                let what = "\(method) \(path) \(String(decoding: body.prefix(60), as: UTF8.self))"
                try Self.check(reply, what)
                // An empty body stands for one without fields, which some take.
                if !body.isEmpty { #expect((400..<500).contains(reply.status), "\(what)") }
            }
        }
    }

    @Test(
        "each field replaced by what it is not, left out, repeated, and misspelt",
        arguments: HostileInput.samples.map { ($0.method, $0.path) })
    func fields(method: Method, path: String) async throws {
        let sample = try #require(
            HostileInput.samples.first { $0.method == method && $0.path == path })
        try await Self.with { site, root in
            func send(_ pairs: [(String, String)]) async throws -> HTTPReply {
                let json = pairs.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
                return try await site.raw(
                    method, Self.path(path), Array("{\(json)}".utf8), token: root.access)
            }
            let good = sample.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            for (field, value) in good {
                let others = good.filter { $0.0 != field }
                for hostile in HostileInput.values {
                    try Self.check(
                        try await send(others + [(field, hostile)]),
                        "\(method) \(path) \(field)=\(hostile.prefix(60))")
                }
                try Self.check(try await send(others), "\(method) \(path) without \(field)")
                let twice = try TestSite.problem(try await send(good + [(field, value)]))
                #expect(twice.code == "repeated_field" && twice.detail.contains(field))
                let misspelt = try TestSite.problem(try await send(others + [("\(field)x", value)]))
                #expect(misspelt.code == "unknown_field", "\(misspelt)")
                #expect(misspelt.detail.contains("\(field)x"))
            }
        }
    }

    @Test(
        "ids that are none",
        arguments: HostileInput.samples.map { ($0.method, $0.path) }
            + HostileInput.withoutBody.map { ($0.method, $0.path) })
    func ids(method: Method, path: String) async throws {
        guard path.contains("{id}") else { return }
        try await Self.with { site, root in
            for id in HostileInput.words {
                let reply = try await site.raw(
                    method, Self.path(path, id), Array("{}".utf8), token: root.access)
                try Self.check(reply, "\(method) \(path) \(id.prefix(40))")
            }
            // One that is well formed and nobody has.
            let fields = HostileInput.samples.first { $0.method == method && $0.path == path }
            let json = (fields?.fields ?? [:]).map { "\"\($0)\":\($1)" }.joined(separator: ",")
            let reply = try await site.raw(
                method, Self.path(path, String(Int64.max)), Array("{\(json)}".utf8),
                token: root.access)
            #expect(try TestSite.problem(reply).status == 404, "\(method) \(path): \(reply.text)")
        }
    }

    @Test("queries that ask for what there is not")
    func queries() async throws {
        try await Self.with { site, root in
            for (method, path) in HostileInput.withoutBody where method == .get {
                for name in HostileInput.parameters {
                    for word in HostileInput.words {
                        let query = "?\(name)=\(word)&\(name)=\(word)&nobody=\(word)"
                        try Self.check(
                            try await site.raw(method, Self.path(path) + query, token: root.access),
                            "\(path)\(query.prefix(60))")
                    }
                }
            }
        }
    }

    @Test("fields where none are taken")
    func noFields() async throws {
        try await Self.with { site, root in
            for (method, path) in HostileInput.withoutBody where method != .get {
                let reply = try await site.raw(
                    method, Self.path(path), Array(#"{"more":1}"#.utf8), token: root.access)
                #expect(try TestSite.problem(reply).code == "unknown_field", "\(path)")
            }
        }
    }

    @Test("headers that promise a token and hold none")
    func tokens() async throws {
        try await TestSite.with { site in
            for token in [
                "", " ", ".", "..", "a.b.c", "e30.e30.e30", String(repeating: "a", count: 20_000),
            ] {
                let reply = try await site.raw(.get, "/api/v1/me", token: token)
                #expect(try TestSite.problem(reply).status == 401)
            }
        }
    }
}
