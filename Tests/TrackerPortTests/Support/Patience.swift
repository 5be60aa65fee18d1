import Testing

/// Asks until there is an answer, for three minutes at most, and leaves the processor to whoever is asked.
func patiently<T>(_ ask: () -> T?) async throws -> T {
    let deadline = ContinuousClock.now + .seconds(180)
    while true {
        if let answer = ask() { return answer }
        try #require(ContinuousClock.now < deadline, "it did not come")
        try await Task.sleep(for: .milliseconds(1))
    }
}
