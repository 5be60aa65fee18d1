import Foundation
import TestMariaDB
import Testing

/// Three database servers that are one, and two `enxamed` of one community on different ones:
/// A on the first or the third, B on the second.
struct ClusterStage {
    static let database = "enxame"

    let nodes: [MariaDBServer]
    /// Between A and its nodes.
    let relays: [Relay]
    let a: ClusterServer
    let b: ClusterServer

    /// Runs `body` with both servers up, started at the same moment on an empty database; nothing
    /// of it is left afterwards.
    static func run(_ body: (ClusterStage) async throws -> Void) async throws {
        let cluster = try await GaleraCluster.start()
        try cluster.nodes[0].makeDatabase(database)
        let key = (0..<32).map { _ in UInt8.random(in: 0...255) }
        let ports = cluster.nodes.map(\.port)
        let relays = [try Relay(to: ports[0]), try Relay(to: ports[2])]
        async let first = ClusterServer.start(
            database: GaleraCluster.url(database, ports: relays.map(\.port)), key: key)
        async let second = ClusterServer.start(
            database: GaleraCluster.url(database, ports: [ports[1], ports[2], ports[0]]), key: key)
        let stage = ClusterStage(
            nodes: cluster.nodes, relays: relays, a: try await first, b: try await second)
        try await body(stage)
        try await stage.b.stop()
        try await stage.a.stop()
        withExtendedLifetime(cluster) {}
    }

    /// Cuts one of A's connections at a commit: the answer is lost, or the question is.
    func cutCommit(_ cut: Relay.Cut) async throws {
        for relay in relays { relay.cutNext(cut) }
        try await eventually("a commit of A's is cut") { !relays.allSatisfy(\.isArmed) }
    }

    /// Runs `body` while a node takes nothing from the others, for a second.
    func holdingUp(_ node: Int, _ body: () async throws -> Void) async throws {
        let node = nodes[node]
        let holding = Task.detached {
            try node.execute("flush tables with read lock; do sleep(1); unlock tables")
        }
        try await eventually("the node is held up") {
            try node.select(
                "select 1 from information_schema.processlist where state = 'User sleep'")
                == ["1"]
        }
        try await body()
        try await holding.value
    }

    /// The third node, which no test kills, after it has all that the others had.
    func select(_ sql: String) throws -> [String] {
        try nodes[2].select("set session wsrep_sync_wait = 1; use \(Self.database); \(sql)")
    }

    func count(_ what: String) throws -> Int? {
        try select("select count(*) from \(what)").first.flatMap { Int($0) }
    }
}
