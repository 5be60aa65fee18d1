import API
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Service

/// Mounts endpoints: reads the request as the endpoint declares it, lets in whom the endpoint
/// lets in, and writes the reply.
///
/// 1. A handler takes its proof as an argument: a `Caller`, which only a valid token makes, a
///    `Person` or a `Permitted`, which only a `Caller` makes. Mounting it for an endpoint whose
///    `access` says otherwise does not start.
/// 2. An endpoint that `Endpoints.all` does not list is not mounted, so that nothing is served
///    which the documentation and its tests do not know.
final class EndpointRouter {
    /// A JSON body, where an endpoint does not say otherwise.
    static let bodyLimit = 64 << 10

    private let router: Router<APIContext>
    private let reader: RequestReader
    let pace: RequestPace
    private let bodies = LargeBodies()
    private var methods: [String: [HTTPRequest.Method]] = [:]

    init(router: Router<APIContext>, signIn: SignIn, pace: RequestPace) {
        self.router = router
        self.pace = pace
        reader = RequestReader(signIn: signIn)
    }

    /// For endpoints that anybody may call.
    func open<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, bodyLimit: Int = bodyLimit,
        _ handler: @escaping @Sendable (Call<Query, Body>) async throws -> Reply
    ) {
        precondition(endpoint.access == .anyone, "\(endpoint.name) is not open to anyone")
        mount(endpoint) { [reader, pace] request, context in
            try await pace.admit(context.address, cost: RequestPace.openCost)
            let call = try await reader.read(endpoint, request, context, limit: bodyLimit)
            return try Self.response(endpoint, try await handler(call))
        }
    }

    /// As `open`, for replies that are not JSON.
    func openRaw<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>,
        _ handler: @escaping @Sendable (Call<Query, Body>) async throws -> Response
    ) {
        precondition(endpoint.access == .anyone, "\(endpoint.name) is not open to anyone")
        mount(endpoint) { [reader, pace] request, context in
            try await pace.admit(context.address)
            return try await handler(
                try await reader.read(endpoint, request, context, limit: Self.bodyLimit))
        }
    }

    /// For endpoints that ask who is there.
    func signed<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, bodyLimit: Int = bodyLimit,
        _ handler: @escaping @Sendable (Call<Query, Body>, Caller) async throws -> Reply
    ) {
        signedRaw(endpoint, bodyLimit: bodyLimit) { call, caller in
            try Self.response(endpoint, try await handler(call, caller))
        }
    }

    /// As `signed`, for replies that are not JSON.
    func signedRaw<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, bodyLimit: Int = bodyLimit,
        _ handler: @escaping @Sendable (Call<Query, Body>, Caller) async throws -> Response
    ) {
        precondition(endpoint.access == .signedIn, "\(endpoint.name) asks for another proof")
        mount(endpoint, bodyLimit: bodyLimit, proof: { $0 }, handler)
    }

    /// For endpoints that a key for scripts does not reach.
    func inPerson<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>,
        _ handler: @escaping @Sendable (Call<Query, Body>, Person) async throws -> Reply
    ) {
        precondition(endpoint.access == .inPerson, "\(endpoint.name) asks for another proof")
        mount(endpoint, bodyLimit: Self.bodyLimit, proof: { try $0.inPerson() }) { call, person in
            try Self.response(endpoint, try await handler(call, person))
        }
    }

    /// For endpoints that take a permission.
    func permitted<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, bodyLimit: Int = bodyLimit,
        _ handler: @escaping @Sendable (Call<Query, Body>, Permitted) async throws -> Reply
    ) {
        permittedRaw(endpoint, bodyLimit: bodyLimit) { call, permitted in
            try Self.response(endpoint, try await handler(call, permitted))
        }
    }

    /// As `permitted`, for replies that are not JSON.
    func permittedRaw<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, bodyLimit: Int = bodyLimit,
        _ handler: @escaping @Sendable (Call<Query, Body>, Permitted) async throws -> Response
    ) {
        guard case .permission(let permission) = endpoint.access else {
            preconditionFailure("\(endpoint.name) asks for another proof")
        }
        mount(endpoint, bodyLimit: bodyLimit, proof: { try $0.holding(permission) }, handler)
    }

    /// Who may not call does not get their body read.
    private func mount<Query, Body, Reply, Proof>(
        _ endpoint: Endpoint<Query, Body, Reply>, bodyLimit: Int,
        proof prove: @escaping @Sendable (Caller) throws -> Proof,
        _ handler: @escaping @Sendable (Call<Query, Body>, Proof) async throws -> Response
    ) {
        mount(endpoint) { [reader, pace, bodies] request, context in
            try await pace.admit(context.address)
            let caller = try await reader.caller(request, context)
            let first = try prove(caller)
            try await pace.admit(caller.actor.id)
            let isLarge = bodyLimit > Self.bodyLimit
            if isLarge { try bodies.enter(caller.actor.id) }
            defer { if isLarge { bodies.leave(caller.actor.id) } }
            let call = try await reader.read(endpoint, request, context, limit: bodyLimit)
            // A body may take minutes to come: who was banned or demoted meanwhile is refused.
            let last = Body.self == Nothing.self ? first : try prove(await reader.renewed(caller))
            do {
                return try await handler(call, last)
            } catch StoreFailure.standingChanged {
                // Nothing was done. Who they are by now decides, and a second time is answered.
                return try await handler(call, try prove(try await reader.renewed(caller)))
            }
        }
    }

    private func mount<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>,
        _ handler: @escaping @Sendable (Request, APIContext) async throws -> Response
    ) {
        precondition(
            Endpoints.all.contains { $0.name == endpoint.name && $0.prefix == endpoint.prefix },
            "\(endpoint.name) is not listed in Endpoints.all")
        let path = endpoint.prefix + endpoint.path
        guard let method = HTTPRequest.Method(endpoint.method.rawValue) else {
            preconditionFailure("\(endpoint.method) is a token, as RFC 9110 asks of a method")
        }
        router.on(RouterPath(path), method: method, use: handler)
        methods[path, default: []].append(method)
    }

    /// When everything is mounted: what a path does not take is 405 and names what it does
    /// (RFC 9110), rather than a path that does not exist.
    func refuseOtherMethods() {
        let known: [HTTPRequest.Method] =
            [.get, .head, .post, .put, .patch, .delete, .options, .trace]
            + [HTTPRequest.Method("QUERY")].compactMap(\.self)
        for (path, taken) in methods {
            let allow = taken.map(\.rawValue).sorted().joined(separator: ", ")
            for method in known where !taken.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw HTTPError(.methodNotAllowed, headers: [.allow: allow])
                }
            }
        }
    }

    private static func response<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, _ reply: Reply
    ) throws -> Response {
        let status = HTTPResponse.Status(code: endpoint.status)
        if reply is Nothing { return Response(status: status) }
        return try Response(status: status, json: reply)
    }
}
