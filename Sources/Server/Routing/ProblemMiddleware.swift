import API
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Service

/// Turns whatever a handler throws into `application/problem+json`.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = APIContext

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Problem(error)
            if problem.status >= 500 {
                // The path and never the query: it may hold a passkey.
                context.logger.error(
                    "request failed",
                    metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            }
            var response = try Response(status: .init(code: problem.status), json: problem)
            response.headers[.contentType] = Problem.contentType
            if let error = error as? HTTPError {
                response.headers.append(contentsOf: error.headers)
            }
            if problem.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
            switch error {
            case ServiceError.tooManyAttempts(let seconds), ServiceError.tooFast(let seconds):
                response.headers[.retryAfter] = String(seconds)
            default: if problem.status == 503 { response.headers[.retryAfter] = "5" }
            }
            return response
        }
    }
}

extension Response {
    init(status: HTTPResponse.Status, json value: some Encodable) throws {
        self.init(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try WireCoding.encode(value))))
    }
}
