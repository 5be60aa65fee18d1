import Foundation
import Subprocess
import Synchronization
import SystemPackage
import Testing

/// A real process: what it says is read as it comes, and it can be sent signals.
final class RunningProgram: Sendable {
    private struct State {
        var id: pid_t?
        var output = ""
        var error = ""
        var end: Result<Int32, any Error>?
    }

    let words: String
    private let state = Mutex(State())

    private init(words: String) { self.words = words }

    var output: String { state.withLock(\.output) }
    var error: String { state.withLock(\.error) }
    var isRunning: Bool { state.withLock { $0.id != nil && $0.end == nil } }

    /// 0 before there is a process.
    var id: pid_t { state.withLock { $0.id ?? 0 } }

    /// - Parameters:
    ///   - name: found in the `PATH` of `environment`.
    ///   - input: all of its standard input.
    static func start(
        _ name: String, _ arguments: [String], environment: [String: String], in folder: String,
        input: String = ""
    ) async throws -> RunningProgram {
        let program = RunningProgram(words: ([name] + arguments).joined(separator: " "))
        Task.detached {
            let end = await Result {
                try await program.run(name, arguments, environment, in: folder, input: input)
            }
            program.state.withLock { $0.end = end }
        }
        try await eventually("“\(program.words)” starts") {
            try program.state.withLock { state in
                if case .failure(let error) = state.end { throw error }
                return state.id != nil
            }
        }
        return program
    }

    func signal(_ number: Int32) {
        guard isRunning else { return }
        kill(id, number)
    }

    /// Waits for its end.
    func end(within seconds: Int = 60) async throws -> Ended {
        let end = try await awaited(
            within: seconds, "“\(words)” ends; so far it said: \(output)\(error)"
        ) {
            state.withLock(\.end)
        }
        return Ended(code: try end.get(), output: output, error: error)
    }

    /// Ends it in order, or at once where it will not.
    @discardableResult
    func stop(_ number: Int32 = SIGTERM) async throws -> Ended {
        signal(number)
        defer { signal(SIGKILL) }
        return try await end()
    }

    private func run(
        _ name: String, _ arguments: [String], _ environment: [String: String], in folder: String,
        input: String
    ) async throws -> Int32 {
        var options = PlatformOptions()
        // No terminal of whoever runs the tests is theirs to ask or to be interrupted from.
        options.createSession = true
        let result = try await Subprocess.run(
            .name(name), arguments: Arguments(arguments),
            environment: .custom(
                Dictionary(
                    uniqueKeysWithValues: environment.map {
                        (Environment.Key(stringLiteral: $0.key), $0.value)
                    })),
            workingDirectory: FilePath(folder), platformOptions: options, input: .string(input),
            output: .sequence, error: .sequence
        ) { execution in
            state.withLock { $0.id = execution.processIdentifier.value }
            async let output: Void = {
                for try await line in execution.standardOutput.strings() {
                    self.state.withLock { $0.output += line + "\n" }
                }
            }()
            for try await line in execution.standardError.strings() {
                state.withLock { $0.error += line + "\n" }
            }
            try await output
        }
        switch result.terminationStatus {
        case .exited(let code): return code
        case .signaled(let number): return 128 + number
        }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ work: () async throws -> Success) async {
        do {
            self = .success(try await work())
        } catch {
            self = .failure(error)
        }
    }
}
