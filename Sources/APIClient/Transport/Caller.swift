import API
import Foundation

/// Makes requests to one server and sends them, again where that can do no harm.
struct Caller: Sendable {
    static let maximumAnswer = 16_000_000

    let server: ServerAddress
    let pace: ClientPace
    let transport = CurlMulti()

    func request<Query, Body, Reply>(
        _ endpoint: Endpoint<Query, Body, Reply>, ids: [Int64], query: Query, body: Body
    ) throws(APIError) -> HTTPRequest {
        var request = HTTPRequest(
            method: endpoint.method,
            url: server.url + endpoint.path(ids) + QueryString.encoded(query.pairs),
            bodyLimit: Self.maximumAnswer, connectTimeout: pace.connect, timeout: pace.call,
            avoidsProxies: server.isLoopback)
        request.headers = [
            ("Accept", "*/*"),
            // By it a member tells their sessions apart.
            ("User-Agent", "enxame/\(APIClient.version)"),
        ]
        if Body.self != Nothing.self {
            request.headers.append(("Content-Type", "application/json"))
            do {
                request.body = Array(try WireCoding.encode(body))
            } catch {
                throw APIError(error, host: server.host)
            }
        }
        return request
    }

    /// Any answer at all, refusals included.
    func send(_ request: HTTPRequest) async throws(APIError) -> HTTPAnswer {
        var waits = pace.retries[...]
        while true {
            do {
                return try await transport.answer(request)
            } catch {
                guard Self.mayRepeat(request, after: error), let wait = waits.popFirst() else {
                    throw APIError(error, host: server.host)
                }
                do {
                    try await Task.sleep(for: wait)
                } catch {
                    throw .cancelled
                }
            }
        }
    }

    /// What was never sent can be sent again, and what changes nothing can be asked again. A
    /// deletion that was done and not answered would look refused the second time.
    private static func mayRepeat(_ request: HTTPRequest, after error: any Error) -> Bool {
        switch error {
        case TransportError.notConnected: true
        case TransportError.brokenOff: request.method == .get
        default: false
        }
    }
}

extension HTTPRequest {
    func authorised(by token: String) -> HTTPRequest {
        var copy = self
        copy.headers.append(("Authorization", "Bearer \(token)"))
        return copy
    }
}
