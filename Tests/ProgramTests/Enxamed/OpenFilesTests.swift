import API
import APIClient
import Foundation
import Testing

/// A server with few files to open, and many who connect.
@Suite(.inTurn) struct OpenFilesTests {
    private static func start(_ folder: TemporaryFolder, limits: String) async throws
        -> RunningProgram
    {
        try await RunningProgram.start(
            "sh", ["-c", "\(limits) && exec enxamed"],
            environment: Binaries.environment(
                home: folder.path,
                [
                    "ENXAME_DATA_DIR": folder.path + "/data", "ENXAME_LISTEN": "127.0.0.1:0",
                    "ENXAME_TRACKER_LISTEN": "127.0.0.1:0",
                    "ENXAME_ADMIN_PASSWORD": RunningServer.founder.password,
                ]), in: folder.path)
    }

    private static func ports(_ program: RunningProgram) async throws -> [Int] {
        let line = try await awaited("enxamed is ready; it said \(program.error)") {
            program.output.split(separator: "\n").first { $0.hasPrefix("enxamed is ready") }
        }
        return line.matches(of: /127\.0\.0\.1:([0-9]+)/).compactMap { Int($0.1) }
    }

    @Test("a flood of connections is refused, and the server goes on; it said how few it can take")
    func flood() async throws {
        let folder = try TemporaryFolder()
        let program = try await Self.start(folder, limits: "ulimit -n 200")
        defer { program.signal(SIGKILL) }
        let ports = try await Self.ports(program)
        try #require(ports.count == 2)
        let warnings = program.error.split(separator: "\n").filter { $0.contains("open files") }
        #expect(warnings.count == 1, "\(program.error)")
        #expect(warnings.first?.contains("200") == true, "\(program.error)")
        for _ in 1...3 {
            var sockets: [Int32] = []
            defer { sockets.forEach { close($0) } }
            for port in ports {
                for _ in 1...200 { sockets.append(Self.connect(port)) }
            }
            // Those above the limit are hung up on, and the others stay.
            try await eventually("the ones too many are closed") {
                sockets.count(where: Self.isClosed) >= 300
            }
            #expect(sockets.count { !Self.isClosed($0) } > 0)
            #expect(program.isRunning, "\(program.error)")
        }
        let client = APIClient(
            server: try #require(ServerAddress("http://127.0.0.1:\(ports[0])")), store: .none)
        try await eventually("it answers again") {
            await (try? client.signIn(RunningServer.founder)) != nil
        }
        #expect(try await program.stop().code == 0)
    }

    @Test("the soft limit is raised to the hard one, and nothing is said where that is enough")
    func raised() async throws {
        let folder = try TemporaryFolder()
        let program = try await Self.start(folder, limits: "ulimit -Sn 512")
        defer { program.signal(SIGKILL) }
        _ = try await Self.ports(program)
        let limits = try String(contentsOfFile: "/proc/\(program.id)/limits", encoding: .utf8)
        let line = try #require(
            limits.split(separator: "\n").first { $0.hasPrefix("Max open files") })
        let words = line.split(separator: " ")
        #expect(words[3] == words[4] && words[3] != "512", "\(line)")
        let isEnough = (Int(words[4]) ?? .max) >= 8128
        #expect(program.error.contains("open files") != isEnough)
        #expect(try await program.stop().code == 0)
    }

    private static func connect(_ port: Int) -> Int32 {
        let descriptor = socket(
            AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        _ = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return descriptor
    }

    /// Whether the other side hung up.
    private static func isClosed(_ descriptor: Int32) -> Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT))
        return count == 0 || (count < 0 && errno != EAGAIN && errno != EINPROGRESS)
    }
}
