import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// A child that ends when its standard input does, which the kernel sees to when this program is
/// killed: no child outlives its parent.
struct ChildProcess: Sendable {
    /// A child under way.
    final class Running: Sendable {
        let id: pid_t
        private let lines = Mutex<[String]>([])
        private let ended = Latch()

        fileprivate init(id: pid_t) { self.id = id }

        /// The first line of its output that begins so, waited for as long as the child lives.
        func line(beginning start: String, interruption: Latch) async throws -> String? {
            while true {
                try interruption.check()
                let isOver = ended.isRaised
                if let line = lines.withLock({ $0.first { $0.hasPrefix(start) } }) { return line }
                if isOver { return nil }
                try await Task.sleep(for: .milliseconds(20))
            }
        }

        fileprivate func read(_ text: String) { lines.withLock { $0.append(text) } }
        fileprivate func end() { ended.raise() }
    }

    let executable: String
    let arguments: [String]
    var environment: [String: String] = [:]
    /// Where its standard error goes.
    let log: String

    /// Runs `body` beside the child, then closes the child's input and waits for its end.
    func run<T: Sendable>(_ body: @Sendable (Running) async throws -> T) async throws -> T {
        var options = PlatformOptions()
        // Its own session: what the terminal sends is for us, and we tell the child.
        options.createSession = true
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
            let running = Running(id: execution.processIdentifier.value)
            let reading = Task {
                defer { running.end() }
                // Read to its end, so that the child never waits for a reader.
                for try await text in execution.standardOutput.strings() {
                    running.read(text.trimmingCharacters(in: .newlines))
                }
            }
            defer { reading.cancel() }
            let result: Result<T, any Error>
            do {
                result = .success(try await body(running))
            } catch {
                result = .failure(error)
            }
            try await execution.standardInputWriter.finish()
            return result
        }
        return try result.closureResult.get()
    }

    /// The end of what it wrote to its log.
    var lastWords: String {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").suffix(8).joined(separator: "\n")
    }
}
