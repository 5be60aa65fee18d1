import API
import Testing

/// An endpoint as a test names it.
struct ListedEndpoint: CustomTestStringConvertible, Sendable {
    let endpoint: any AnyEndpoint

    var testDescription: String { endpoint.name }

    static let all = Endpoints.all.map { ListedEndpoint(endpoint: $0) }
}
