import Testing

/// What `find` finds, as soon as it does; after the deadline the test has failed.
@discardableResult
func awaited<T>(
    within seconds: Int = 60, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation, _ find: () async throws -> T?
) async throws -> T {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
        if let found = try await find() { return found }
        guard ContinuousClock.now < deadline else {
            Issue.record("not within \(seconds) s: \(what())", sourceLocation: sourceLocation)
            throw DeadlinePassed()
        }
        try await Task.sleep(for: .milliseconds(15))
    }
}

/// Waits until the condition holds.
func eventually(
    within seconds: Int = 60, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation, _ holds: () async throws -> Bool
) async throws {
    try await awaited(within: seconds, what(), sourceLocation: sourceLocation) {
        try await holds() ? true : nil
    }
}

struct DeadlinePassed: Error {}
