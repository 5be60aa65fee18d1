import API
import Domain
import Testing

/// Every endpoint, with all that `HostileInput` has: refused with a code that is documented or
/// taken, and never the server's fault.
///
/// The endpoints, their fields and their parameters are asked of `Endpoints.all`, so that a new one
/// is asked too.
@Suite(.everyEngine) struct HostileInputTests {
    @Test(
        "bodies that are none, also where none is taken",
        arguments: AskedEndpoint.those { $0.method != .get })
    func bodies(asked: AskedEndpoint) async throws {
        let endpoint = asked.endpoint
        try await HostileScene.with { scene in
            for body in HostileInput.bodies {
                // An empty body stands for one without fields, which some take.
                if body.isEmpty, !endpoint.takesBody { continue }
                let reply = try await scene.ask(endpoint, body: body)
                let what = String(decoding: body.prefix(60), as: UTF8.self)
                try scene.check(reply, of: endpoint, what)
                if !body.isEmpty {
                    #expect((400..<500).contains(reply.status), "\(endpoint.name) \(what)")
                }
            }
        }
    }

    @Test(
        "each field replaced by what it is not, left out, repeated, and misspelt",
        arguments: AskedEndpoint.those(where: \.takesBody))
    func fields(asked: AskedEndpoint) async throws {
        let (endpoint, good) = (asked.endpoint, try HostileBody(asked.endpoint))
        #expect(!good.places.isEmpty)
        try await HostileScene.with { scene in
            for place in good.places {
                let name = place.joined(separator: ".")
                for hostile in HostileInput.values {
                    let reply = try await scene.ask(
                        endpoint, body: good.with(.value(hostile), at: place))
                    try scene.check(reply, of: endpoint, "\(name)=\(hostile.prefix(60))")
                }
                guard HostileBody.isField(place) else { continue }
                let without = try await scene.ask(endpoint, body: good.with(.leftOut, at: place))
                try scene.check(without, of: endpoint, "without \(name)")
                let twice = try await scene.ask(endpoint, body: good.with(.twice, at: place))
                try scene.check(twice, of: endpoint, "\(name) twice")
                let repeated = try TestSite.problem(twice)
                #expect(repeated.code == "repeated_field" && repeated.detail.contains(name))
                let other = try await scene.ask(endpoint, body: good.with(.misspelt, at: place))
                try scene.check(other, of: endpoint, "\(name)x")
                let misspelt = try TestSite.problem(other)
                #expect(misspelt.code == "unknown_field", "\(misspelt)")
                #expect(misspelt.detail.contains("\(name)x"), "\(misspelt)")
            }
        }
    }

    @Test("ids that are none", arguments: AskedEndpoint.those { !$0.pathParameters.isEmpty })
    func ids(asked: AskedEndpoint) async throws {
        let endpoint = asked.endpoint
        let body = endpoint.takesBody ? try HostileBody(endpoint).text : "{}"
        try await HostileScene.with { scene in
            for index in endpoint.pathParameters.indices {
                var ids = ["3", "3"]
                for id in HostileInput.words {
                    ids[index] = id
                    let reply = try await scene.ask(endpoint, ids: ids, body: body)
                    // Without an id it is another path, which may be somebody else's.
                    if id.isEmpty, reply.status < 400 { continue }
                    try scene.check(
                        reply, of: endpoint, id, orElse: ["no_such_endpoint", "no_such_method"])
                    #expect((400..<500).contains(reply.status), "\(endpoint.name) \(id.prefix(40))")
                }
                // One that is well formed and nobody has.
                ids[index] = String(Int64.max)
                let reply = try await scene.ask(endpoint, ids: ids, body: body)
                try scene.check(reply, of: endpoint, ids[index])
                #expect(
                    try TestSite.problem(reply).status == 404, "\(endpoint.name): \(reply.text)")
            }
        }
    }

    @Test(
        "queries that ask for what there is not",
        arguments: AskedEndpoint.those { $0.method == .get })
    func queries(asked: AskedEndpoint) async throws {
        try await HostileScene.with { scene in
            for name in asked.endpoint.query.parameters.map(\.name) + ["nobody"] {
                for word in HostileInput.words {
                    let query = "?\(name)=\(word)&\(name)=\(word)"
                    let reply = try await scene.ask(asked.endpoint, query: query)
                    try scene.check(reply, of: asked.endpoint, query)
                }
            }
        }
    }

    @Test("who asks from a banned address is told so wherever more than its health is asked")
    func bannedAddress() {
        for endpoint in Endpoints.all where !Endpoints.probes.contains(endpoint.path) {
            let codes = endpoint.everyRefusal.filter { $0.status == 403 }.flatMap(\.codes)
            #expect(codes.contains("address_banned"), "\(endpoint.name)")
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
