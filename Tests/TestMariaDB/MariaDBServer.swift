import Foundation

/// A real MariaDB in a folder and on a port of its own, gone with the last reference to it or with
/// this process.
package final class MariaDBServer: Sendable {
    package static let user = "enxame"
    /// Awkward on purpose: it has to be encoded in a URL.
    package static let password = "p@ss:w/rd?"

    package let folder: String
    package let socket: String
    /// On 127.0.0.1.
    package let port: Int
    package let isEncrypted: Bool
    private let keeper: Guard

    /// The one that all tests of this process share, each in a database of its own.
    package static func shared() async throws -> MariaDBServer { try await first.value }

    private static let first = Task { try await MariaDBServer.start() }

    /// Another one, for tests that stop it or ask for other settings.
    ///
    /// - Parameters:
    ///   - options: more arguments of `mariadbd`.
    ///   - isEncrypted: with TLS; `certificate` is its own authority and names `localhost`.
    ///   - owner: the user of the system that it runs as; `nil` for ours.
    package static func start(
        _ options: [String] = [], isEncrypted: Bool = false, owner: String? = nil
    ) async throws -> MariaDBServer {
        let owner = owner ?? NSUserName()
        let server = try MariaDBServer(options, isEncrypted: isEncrypted, owner: owner)
        try await server.keeper.tell("install \(owner)")
        if isEncrypted { try await server.keeper.tell("certify") }
        try await server.resumeService()
        try server.execute(
            """
            create user if not exists \(user)@'%' identified by '\(password)';
            grant all on *.* to \(user)@'%' with grant option;
            delete from mysql.global_priv where User = '';
            flush privileges
            """)
        return server
    }

    private init(_ options: [String], isEncrypted: Bool, owner: String) throws {
        guard let program = Self.program else {
            throw TestMariaDBError(
                "mariadbd is not here; install the Debian package mariadb-server for these tests")
        }
        self.isEncrypted = isEncrypted
        folder = Self.place + "/enxame-mariadb-" + UUID().uuidString.prefix(8)
        socket = folder + "/socket"
        port = try Loopback.freePort()
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
        let certificates =
            isEncrypted
            ? ["--ssl-cert=\(folder)/certificate.pem", "--ssl-key=\(folder)/key.pem"] : []
        keeper = try Guard(
            Self.script, folder: folder,
            [
                program, "--no-defaults", "--user=\(owner)", "--datadir=\(folder)/data",
                "--socket=\(socket)", "--port=\(port)", "--bind-address=127.0.0.1",
                "--pid-file=\(folder)/pid", "--skip-name-resolve", "--skip-log-bin",
                "--max-connections=500", "--performance-schema=off",
                // Tests kill servers and pull no plugs, so nothing waits for a disk.
                "--innodb-flush-log-at-trx-commit=2", "--innodb-flush-method=nosync",
                "--innodb-buffer-pool-size=64M", "--innodb-log-file-size=64M",
                "--innodb-fast-shutdown=2",
                // A server that starts removes what it takes for leftovers, the tables that others
                // are working with among them.
                "--tmpdir=\(folder)",
            ] + certificates + options)
    }

    package var certificate: String { folder + "/certificate.pem" }

    /// Starts it again after `stop` or `kill`, and waits until it answers.
    package func resumeService() async throws {
        try await keeper.tell("start")
        let deadline = ContinuousClock.now + .seconds(60)
        while !answers() {
            try await keeper.tell("isup")
            guard ContinuousClock.now < deadline else {
                throw TestMariaDBError("mariadbd does not answer on \(socket)")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Ends it in order.
    package func stop() async throws { try await keeper.tell("stop") }

    /// Ends it at once (SIGKILL).
    package func kill() async throws { try await keeper.tell("kill") }

    /// Holds it still (SIGSTOP): connections stay open and nobody answers.
    package func pause() async throws { try await keeper.tell("pause") }

    package func resume() async throws { try await keeper.tell("resume") }

    /// In memory where there is room: a table is made in a tenth of the time.
    private static var place: String {
        let memory = "/dev/shm"
        var space = statvfs()
        let hasRoom =
            statvfs(memory, &space) == 0 && FileManager.default.isWritableFile(atPath: memory)
            && space.f_bavail * space.f_bsize > 1 << 30
        let usual = NSTemporaryDirectory()
        return hasRoom ? memory : usual.hasSuffix("/") ? String(usual.dropLast()) : usual
    }

    private static var program: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return (folders.map(String.init) + ["/usr/sbin", "/usr/local/sbin"])
            .map { $0 + "/mariadbd" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
