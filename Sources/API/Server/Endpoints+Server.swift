extension Endpoints {
    package static let health = Endpoint<Nothing, Nothing, Nothing>(
        .get, "/healthz", .anyone, media: .text, below: "", "Whether the server runs")
    package static let readiness = Endpoint<Nothing, Nothing, Nothing>(
        .get, "/readyz", .anyone, media: .text, below: "",
        "Whether the server runs and reaches its database")

    package static let openAPI = Endpoint<Nothing, Nothing, Nothing>(
        .get, "/openapi.json", .anyone, media: .document, below: "",
        "This documentation for programs: OpenAPI 3.1")
    package static let docs = Endpoint<Nothing, Nothing, Nothing>(
        .get, "/docs", .anyone, media: .page, below: "",
        "This documentation for people, who can try each call")

    /// Asked by those who run the server, wherever they are.
    package static let probes: Set<String> = [health.path, readiness.path]

    package static let serverGroup = EndpointGroup(
        "Server", "For those who run it.", [health, readiness, openAPI, docs])
}
