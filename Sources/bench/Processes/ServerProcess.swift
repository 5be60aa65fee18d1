import Foundation

/// A real `enxamed` on ports of its own, for as long as a body runs.
struct ServerProcess: Sendable {
    struct Running: Sendable {
        let id: pid_t
        let port: UInt16
        let trackerPort: UInt16

        /// From the kernel's own account; `nil` once it is gone.
        func memory() -> ServerMemory? { ServerMemory(process: id) }
    }

    let folder: String
    let database: Database
    let interruption: Latch
    /// Where it serves its own figures, if anywhere.
    var metricsPort: UInt16?

    func run<T: Sendable>(_ body: @Sendable (Running) async throws -> T) async throws -> T {
        let child = ChildProcess(
            executable: try Programs.beside("enxamed"),
            arguments: ["serve", "--until-input-ends"],
            environment: [
                "ENXAME_DATA_DIR": folder, "ENXAME_LISTEN": "127.0.0.1:0",
                "ENXAME_TRACKER_LISTEN": "127.0.0.1:0", "ENXAME_LOG_LEVEL": "error",
                "ENXAME_ADMIN_PASSWORD": Viewer.password,
            ].merging(database.environment) { $1 }
                .merging(metricsPort.map { ["ENXAME_METRICS_LISTEN": "127.0.0.1:\($0)"] } ?? [:]) {
                    $1
                },
            log: folder + "/enxamed.log")
        return try await child.run { running in
            guard
                let line = try await running.line(
                    beginning: "enxamed is ready: http://", interruption: interruption),
                let authority = line.split(separator: " ").first(where: { $0.hasPrefix("http") }),
                let port = authority.split(separator: ":").last.flatMap({ UInt16($0) }),
                let trackerPort = line.split(separator: ":").last.flatMap({ UInt16($0) })
            else { throw BenchError.failed(program: "enxamed", log: child.lastWords) }
            return try await body(
                Running(id: running.id, port: port, trackerPort: trackerPort))
        }
    }
}
