import Testing

/// Waits until the condition holds; after the deadline the test has failed.
func eventually(
    within seconds: Int = 60, _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation,
    _ holds: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while try await !holds() {
        guard ContinuousClock.now < deadline else {
            Issue.record("not within \(seconds) s: \(what)", sourceLocation: sourceLocation)
            throw DeadlinePassed()
        }
        try await Task.sleep(for: .milliseconds(10))
    }
}

struct DeadlinePassed: Error {}
