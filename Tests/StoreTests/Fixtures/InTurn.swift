import TestMariaDB
import Testing

/// Lets only a few tests at a time ask databases: on a small machine, more would wait for each other
/// past their deadlines.
struct InTurn: SuiteTrait, TestTrait, TestScoping {
    private static let turns = Turns(6)

    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        await Self.turns.take()
        defer { Self.turns.give() }
        try await function()
    }
}

extension Trait where Self == InTurn {
    static var inTurn: InTurn { InTurn() }
}
