import API
import Hummingbird
import Service

/// Answers nobody who asks from a banned address, whatever they ask but whether the server is well.
struct AddressBanMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let bans: BanList
    let clock: Clock

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        if !Endpoints.probes.contains(request.uri.path) {
            try await bans.admit(context.address, at: clock.now())
        }
        return try await next(request, context)
    }
}
