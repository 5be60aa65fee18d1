import Foundation

/// A MariaDB of its own in a folder, for as long as a body runs.
struct MariaDBProcess: Sendable {
    /// The shell waits where `mariadbd` does not look: it ends when its input does.
    private static let keeper = """
        "$@" & child=$!; cat > /dev/null; kill "$child"; wait "$child"
        """
    /// For its first answer.
    private static let patience = 60.0

    let folder: String
    let interruption: Latch

    /// Hands the URL of an empty database to `body`.
    func run<T: Sendable>(_ body: @Sendable (_ url: String) async throws -> T) async throws -> T {
        let data = folder + "/mariadb"
        let socket = folder + "/mariadb.sock"
        // Root needs to be told that it is root.
        let user = "--user=\(NSUserName())"
        try await install([user, "--datadir=\(data)"])
        let port = try FreePort.next()
        let secret = String(UInt64.random(in: 0 ... .max), radix: 36)
        let script = folder + "/first.sql"
        try Data(
            """
            create database enxame character set utf8mb4 collate utf8mb4_bin;
            create user bench@'127.0.0.1' identified by '\(secret)';
            grant all on enxame.* to bench@'127.0.0.1';
            """.utf8
        ).write(to: URL(filePath: script))
        let child = ChildProcess(
            executable: "/bin/sh",
            arguments: [
                "-c", Self.keeper, "sh",
                try Programs.installed("mariadbd", package: "mariadb-server"),
                "--no-defaults", user, "--datadir=\(data)", "--socket=\(socket)",
                "--pid-file=\(folder)/mariadb.pid", "--bind-address=127.0.0.1", "--port=\(port)",
                "--init-file=\(script)", "--skip-name-resolve",
                "--innodb-buffer-pool-size=1G", "--innodb-log-file-size=512M",
            ], log: folder + "/mariadb.log")
        return try await child.run { _ in
            try await ready(port, child)
            return try await body("mysql://bench:\(secret)@127.0.0.1:\(port)/enxame")
        }
    }

    private func install(_ options: [String]) async throws {
        let program = try Programs.installed("mariadb-install-db", package: "mariadb-server")
        let child = ChildProcess(
            executable: program,
            arguments: ["--no-defaults", "--auth-root-authentication-method=normal"] + options
                + ["--skip-test-db"],
            log: folder + "/mariadb.log")
        try await child.run { running in
            // It ends by itself; there is no such line to be found.
            _ = try await running.line(beginning: "\0", interruption: interruption)
        }
    }

    private func ready(_ port: UInt16, _ child: ChildProcess) async throws {
        let watch = Stopwatch()
        while (try? HTTPConnection(port: port)) == nil {
            try interruption.check()
            guard watch.seconds < Self.patience else {
                throw BenchError.failed(program: "mariadbd", log: child.lastWords)
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
