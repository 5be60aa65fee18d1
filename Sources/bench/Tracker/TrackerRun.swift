import Domain
import Foundation
import Service
import Store

/// Ours, then opentracker, under the same announces.
struct TrackerRun: Sendable {
    let crowd: Crowd
    let wire: TrackerCommand.Wire
    let seconds: Double
    let generators: Int
    let window: Int
    let interruption: Latch

    func run() async throws -> TrackerReport {
        let peer = try Programs.installed("opentracker", package: "opentracker")
        let folder = try BenchFolder(keep: nil)
        defer { folder.remove() }
        let ours = try await measureOurs(folder.path)
        let credited = try await credited(folder.path)
        let theirs = try await measurePeer(peer, folder.path)
        return TrackerReport(
            wire: wire, crowd: crowd, ours: ours, theirs: theirs,
            missing: (
                ours.claimed.up - credited.up, ours.claimed.down - credited.down,
                credited.breaks
            ))
    }

    private func measureOurs(_ folder: String) async throws -> TrackerReport.Side {
        let database = try Database(url: nil, folder: folder)
        let store = try await database.open()
        // What both trackers do at most, so everybody's turn comes again when half of the shortest
        // interval is over. Of a large crowd the first would be gone before the last is there: it
        // gets an interval that is longer than that, and whoever comes again too soon no peers.
        let most = wire == .udp ? 150_000 : 40_000
        let interval = max(7, crowd.sessions > 200_000 ? 1800 : crowd.sessions * 4 / most)
        try await TrackerFolder(crowd: crowd, interval: interval).make(in: store)
        try await store.close()
        let metrics = try FreePort.next()
        let server = ServerProcess(
            folder: folder, database: database, interruption: interruption, metricsPort: metrics)
        return try await server.run { running in
            try await measure(port: running.trackerPort, process: running.id, metrics: metrics)
        }
    }

    private func measurePeer(_ program: String, _ folder: String) async throws
        -> TrackerReport.Side
    {
        let port = try FreePort.next()
        // It gives up its rights, and reads these as nobody.
        let place = "/tmp/enxame-opentracker-\(port)"
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755])
        defer { try? FileManager.default.removeItem(atPath: place) }
        let list = (0..<crowd.torrents).map { Crowd.hash($0).hex }.joined(separator: "\n") + "\n"
        try list.write(toFile: place + "/list", atomically: false, encoding: .utf8)
        try """
        listen.tcp 127.0.0.1:\(port)
        listen.udp 127.0.0.1:\(port)
        access.whitelist \(place)/list
        tracker.user nobody

        """.write(toFile: place + "/conf", atomically: false, encoding: .utf8)
        let child = ChildProcess(
            executable: "/bin/sh",
            arguments: [
                "-c",
                "\"$@\" & child=$!; echo \"ready $child\"; cat > /dev/null; kill $child; wait $child",
                "keeper", program, "-f", place + "/conf",
            ], log: folder + "/opentracker.log")
        return try await child.run { running in
            guard
                let line = try await running.line(beginning: "ready ", interruption: interruption),
                let process = pid_t(line.dropFirst(6))
            else { throw BenchError.failed(program: "opentracker", log: child.lastWords) }
            try await Task.sleep(for: .seconds(1))
            return try await measure(port: port, process: process)
        }
    }

    /// - Parameter metrics: where the tracker tells what waits for its disk; it is waited for, and
    ///   what it costs is part of the announces' cost.
    private func measure(
        port: UInt16, process: pid_t, metrics: UInt16? = nil
    ) async throws -> TrackerReport.Side {
        var generators = (0..<generators).map { generator($0, port) }
        // Everybody says once that they are there, at their own pace.
        generators = try await onThreads(generators) { generator in
            var generator = generator
            generator.fill()
            return generator
        }
        Output.error("bench: everybody is known to the tracker\n")
        let figures = try await settled(metrics)
        let before = ProcessorTime.seconds(of: process) ?? 0
        let watch = Stopwatch()
        let runs = try await onThreads(generators) { [seconds] generator in
            var generator = generator
            let tally = generator.run(seconds: seconds)
            return (tally, MovedBytes(generator.claimed))
        }
        try interruption.check()
        let time = watch.seconds
        let later = try await settled(metrics)
        let after = ProcessorTime.seconds(of: process) ?? 0
        let memory = ServerMemory(process: process)
        return TrackerReport.Side(
            tally: runs.map(\.0).reduce(AnnounceTally(), +),
            claimed: runs.map(\.1).reduce(MovedBytes(), +), seconds: time,
            processor: after - before, memory: memory?.now ?? 0,
            lag: figures.flatMap { earlier in later.map { $0.lag99(since: earlier) } })
    }

    /// What it says once nothing waits to be written.
    private func settled(_ metrics: UInt16?) async throws -> ServerFigures? {
        guard let metrics else { return nil }
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let figures = try ServerFigures(port: metrics)
            if figures.waiting == 0 || ContinuousClock.now > deadline { return figures }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    private func onThreads<A: Sendable, B: Sendable>(
        _ items: [A], _ work: @escaping @Sendable (A) -> B
    ) async throws -> [B] {
        try await withThrowingTaskGroup(of: B.self) { group in
            for item in items {
                group.addTask { try await onOwnThread { work(item) } }
            }
            var results: [B] = []
            for try await result in group { results.append(result) }
            return results
        }
    }

    private func generator(_ thread: Int, _ port: UInt16) -> any AnnounceThread {
        switch wire {
        case .http, .keepalive:
            HTTPAnnouncer(
                crowd: crowd, thread: thread, threads: generators, window: window, port: port,
                keepsOpen: wire == .keepalive, interruption: interruption)
        case .udp:
            UDPAnnouncer(
                crowd: crowd, thread: thread, threads: generators, window: window, port: port,
                interruption: interruption)
        }
    }

    private func credited(_ folder: String) async throws -> (up: Int64, down: Int64, breaks: Int) {
        let store = try await Database(url: nil, folder: folder).open()
        var (up, down): (Int64, Int64) = (0, 0)
        for user in 0..<crowd.users {
            let account = try await store.account(passkey: Crowd.passkey(user))
            up += account?.totals.up.bytes ?? 0
            down += account?.totals.down.bytes ?? 0
        }
        let breaks = try await store.verifyTotals().count
        try await store.close()
        return (up, down, breaks)
    }
}
