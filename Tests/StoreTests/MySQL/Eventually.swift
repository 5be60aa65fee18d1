import Testing

/// Waits until the condition holds; after the deadline the test has failed.
func eventually(
    within seconds: Int = 60, _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ holds: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while try await !holds() {
        try #require(
            ContinuousClock.now < deadline, "not within \(seconds) s: \(what)",
            sourceLocation: sourceLocation)
        try await Task.sleep(for: .milliseconds(15))
    }
}
