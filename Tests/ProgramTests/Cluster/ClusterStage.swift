import Foundation
import TestMariaDB

/// Three database servers that are one, and two `enxamed` of one community on different ones:
/// A on the first, B on the second.
struct ClusterStage {
    static let database = "enxame"

    let nodes: [MariaDBServer]
    let a: ClusterServer
    let b: ClusterServer

    /// Runs `body` with both servers up, started at the same moment on an empty database; nothing
    /// of it is left afterwards.
    static func run(_ body: (ClusterStage) async throws -> Void) async throws {
        let cluster = try await GaleraCluster.start()
        try cluster.nodes[0].makeDatabase(database)
        let key = (0..<32).map { _ in UInt8.random(in: 0...255) }
        async let first = ClusterServer.start(
            database: cluster.url(database, nodes: [0, 2, 1]), key: key)
        async let second = ClusterServer.start(
            database: cluster.url(database, nodes: [1, 2, 0]), key: key)
        let stage = ClusterStage(nodes: cluster.nodes, a: try await first, b: try await second)
        try await body(stage)
        try await stage.b.stop()
        try await stage.a.stop()
        withExtendedLifetime(cluster) {}
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
