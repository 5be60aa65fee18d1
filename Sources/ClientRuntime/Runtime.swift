private import Foundation

/// Runs a program on a screen, on a thread of its own.
package enum Runtime {
    /// How long acts that were begun may take after the screen is gone.
    package static let grace = Duration.seconds(3)

    /// Opens the screen, runs the program until it ends, and gives the screen back.
    ///
    /// - Parameter open: called on the loop's thread, which is the only one to touch the screen.
    /// - Throws: what `open` throws, or what ended the screen; it has been given back by then.
    package static func run<State, Message, Effect, Port: ScreenPort>(
        _ program: Program<State, Message, Effect>,
        clock: LoopClock = .system,
        open: @escaping @Sendable () throws -> Port
    ) async throws -> LoopEnd {
        let (end, acts) = try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<(LoopEnd, [Task<Void, Never>]), any Error>) in
            let thread = Thread {
                continuation.resume(
                    with: Result {
                        let loop = ClientLoop(program, on: try open(), clock: clock)
                        return try loop.run()
                    })
            }
            thread.name = "enxame.loop"
            thread.start()
        }
        await finish(acts)
        return end
    }

    /// Waits for all of them or for the grace, whichever is shorter; a task that does not listen
    /// to its cancellation must not keep the program from ending.
    private static func finish(_ acts: [Task<Void, Never>]) async {
        guard !acts.isEmpty else { return }
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        let waiting = [
            Task.detached {
                for act in acts { await act.value }
                end.finish()
            },
            Task.detached {
                try? await Task.sleep(for: grace)
                end.finish()
            },
        ]
        for await _ in ends {}
        for task in acts + waiting { task.cancel() }
    }
}
