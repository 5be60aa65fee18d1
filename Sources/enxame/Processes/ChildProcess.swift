import Foundation
import Subprocess
import SystemPackage

/// A child that is told to end by closing its standard input, which the kernel does for us when
/// this program is killed; so no child outlives its parent.
struct ChildProcess: Sendable {
    let executable: String
    let arguments: [String]
    let environment: [String: String]
    /// Where its standard error goes.
    let log: String

    /// Starts the child, hands its lines to `body`, and when that returns (or throws) closes its
    /// input and waits for it to end.
    func run<T: Sendable>(
        _ body: @Sendable (_ lines: AsyncStream<String>) async throws -> T
    ) async throws -> T {
        var options = PlatformOptions()
        // Its own session: signals that the terminal sends are for us, and we tell the child.
        options.createSession = true
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
        let result = try await Subprocess.run(
            .path(FilePath(executable)), arguments: Arguments(arguments),
            environment: .inherit.updating(
                Dictionary(
                    uniqueKeysWithValues: environment.map {
                        (Environment.Key(stringLiteral: $0.key), Optional($0.value))
                    })),
            platformOptions: options, input: .inputWriter, output: .sequence,
            error: .fileDescriptor(
                try FileDescriptor.open(
                    FilePath(log), .writeOnly, options: [.create, .append],
                    permissions: [.ownerReadWrite]),
                closeAfterSpawningProcess: true)
        ) { execution in
            let (lines, line) = AsyncStream.makeStream(of: String.self)
            let reading = Task {
                defer { line.finish() }
                // Read to its end, so that the child never waits for a reader.
                for try await text in execution.standardOutput.strings() {
                    line.yield(text.trimmingCharacters(in: .newlines))
                }
            }
            defer { reading.cancel() }
            let result: Result<T, any Error>
            do {
                result = .success(try await body(lines))
            } catch {
                result = .failure(error)
            }
            try await execution.standardInputWriter.finish()
            return result
        }
        return try result.closureResult.get()
    }
}
