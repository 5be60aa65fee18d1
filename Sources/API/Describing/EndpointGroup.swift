/// Endpoints that belong together, as the documentation shows them.
package struct EndpointGroup: Sendable {
    package let name: String
    package let summary: String
    package let endpoints: [any AnyEndpoint]

    package init(_ name: String, _ summary: String, _ endpoints: [any AnyEndpoint]) {
        self.name = name
        self.summary = summary
        self.endpoints = endpoints
    }
}
