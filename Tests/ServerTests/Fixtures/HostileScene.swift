import API
import Domain
import Testing

/// A community that is asked for what nobody should ask, by somebody who may do anything.
struct HostileScene: Sendable {
    let site: TestSite
    private let root: Member
    private let pace: PaceClock

    static func with(_ test: @escaping @Sendable (HostileScene) async throws -> Void) async throws {
        let pace = PaceClock()
        try await TestSite.with(try await TestHome(pace: pace)) { site in
            let root = try await site.member("root", role: BuiltInRoles.superAdmin)
            // So that the paths below lead to something.
            _ = try await site.member("ana")
            for number in 1...3 { try await site.publish(number, by: site.admin) }
            try await test(HostileScene(site: site, root: root, pace: pace))
        }
    }

    /// `ids` stand in the path, `query` behind it, both as they are.
    func ask(
        _ endpoint: any AnyEndpoint, ids: [String] = ["3", "3"], query: String = "",
        body: [UInt8]? = nil
    ) async throws -> HTTPReply {
        // However much is asked, it is not too much at a time.
        pace.advance(by: .seconds(3600))
        var path = endpoint.prefix + endpoint.path
        for (name, id) in zip(endpoint.pathParameters, ids) {
            path = path.replacing("{\(name)}", with: id)
        }
        return try await site.raw(endpoint.method, path + query, body, token: root.access)
    }

    func ask(_ endpoint: any AnyEndpoint, ids: [String] = ["3", "3"], body: String)
        async throws -> HTTPReply
    {
        try await ask(endpoint, ids: ids, body: Array(body.utf8))
    }

    /// Taken as documented, or refused as documented, and it was heard at all.
    func check(
        _ reply: HTTPReply, of endpoint: any AnyEndpoint, _ what: String,
        orElse more: Set<String> = []
    ) throws {
        let what = "\(endpoint.name) \(what.prefix(80)): \(reply.status) \(reply.text.prefix(300))"
        guard reply.status >= 400 else {
            #expect(reply.status == endpoint.status, "\(what)")
            // The documentation is the one reply whose examples may hold anything.
            if endpoint.media == .json, !reply.data.isEmpty { try Self.checkTexts(reply, what) }
            return
        }
        #expect(reply.status < 500, "\(what)")
        let code = try TestSite.problem(reply).code
        let known = endpoint.everyRefusal.filter { $0.status == reply.status }.flatMap(\.codes)
        #expect(known.contains(code) || more.contains(code), "undocumented: \(what)")
        #expect(code != "too_many_requests", "\(what)")
        if endpoint.access != .anyone { #expect(code != "not_signed_in", "\(what)") }
        try Self.checkTexts(reply, what)
    }

    /// Nothing comes back that moves a cursor, turns a line around, or cannot be seen.
    private static func checkTexts(_ reply: HTTPReply, _ what: String) throws {
        func walk(_ json: JSON) {
            switch json {
            case .text(let text):
                let hidden = text.unicodeScalars.filter {
                    $0 != "\n" && ($0.properties.generalCategory == .control || marks.contains($0))
                }
                #expect(hidden.isEmpty, "\(what)")
            case .list(let elements): elements.forEach(walk)
            case .object(let members): members.map(\.value).forEach(walk)
            default: break
            }
        }
        walk(try JSON(reading: reply.data))
    }

    private static let marks: Set<Unicode.Scalar> = [
        "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}",
        "\u{2068}", "\u{2069}", "\u{200B}",
    ]
}
