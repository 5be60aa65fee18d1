import API
import Testing

/// An endpoint as an argument of a test, by its name.
struct AskedEndpoint: CustomTestStringConvertible, Sendable {
    let endpoint: any AnyEndpoint

    var testDescription: String { endpoint.name }

    /// But for the stream of events: it reads nothing of a request, and has no end to wait for.
    static let all = Endpoints.all.filter { $0.media != .events }.map(AskedEndpoint.init)

    static func those(where isMeant: (any AnyEndpoint) -> Bool) -> [AskedEndpoint] {
        all.filter { isMeant($0.endpoint) }
    }
}
