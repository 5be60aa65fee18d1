extension Endpoints {
    package static let health = Endpoint<Nothing, Nothing, Nothing>(
        .get, "/healthz", .anyone, media: .text, below: "", "Whether the server runs")
    package static let readiness = Endpoint<Nothing, Nothing, Nothing>(
        .get, "/readyz", .anyone, media: .text, below: "",
        "Whether the server runs and reaches its database")

    package static let serverGroup = EndpointGroup(
        "Server", "For those who run it.", [health, readiness])
}
