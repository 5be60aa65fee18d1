import Hummingbird

/// Finds out who sent a request that came through a proxy of ours.
struct SenderMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let proxies: TrustedProxies

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.address = proxies.sender(peer: context.address, request.headers)
        return try await next(request, context)
    }
}
