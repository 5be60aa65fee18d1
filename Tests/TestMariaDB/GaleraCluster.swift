import Foundation

/// Real MariaDB servers that hold one database together (Galera), on the loopback; gone with the
/// last reference to them or with this process.
///
/// Each lies in a folder of its own. The first one founds the cluster and the others copy it, one
/// after another. A node that was killed stays out: the first would found a second cluster.
package final class GaleraCluster: Sendable {
    package let nodes: [MariaDBServer]

    /// - Parameter options: more arguments of each `mariadbd`.
    package static func start(
        _ count: Int = 3, _ options: [String] = []
    ) async throws -> GaleraCluster {
        let library = try GaleraNode.library()
        let nodes = try (0..<count).map { _ in try GaleraNode() }
        var servers: [MariaDBServer] = []
        for (index, node) in nodes.enumerated() {
            servers.append(
                try await MariaDBServer.start(
                    node.options(library, among: nodes, isFirst: index == 0) + options,
                    owner: owner))
            try await wait(for: index + 1, at: servers[index])
        }
        return GaleraCluster(servers)
    }

    /// rsync, which carries a copy to a new node, drops the rights of root on its way, so root
    /// hands over to the user that comes with the server package.
    private static var owner: String? { getuid() == 0 ? "mysql" : nil }

    private init(_ nodes: [MariaDBServer]) { self.nodes = nodes }

    /// As `ENXAME_DATABASE_URL` takes it: the nodes at these ports, or relays before them.
    package static func url(_ database: String, ports: [Int]) -> String {
        let hosts = ports.map { "127.0.0.1:\($0)" }.joined(separator: ",")
        return "mysql://\(MariaDBServer.access)@\(hosts)/\(database)"
    }

    /// Waits until a node serves in a cluster of that size.
    package static func wait(for size: Int, at node: MariaDBServer) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let state =
                (try? node.status("wsrep_cluster_size", "wsrep_ready", "wsrep_local_state"))
                ?? [:]
            // 4 is “synced”: it has everything the others have.
            if state["wsrep_cluster_size"] == "\(size)", state["wsrep_ready"] == "ON",
                state["wsrep_local_state"] == "4"
            {
                return
            }
            guard ContinuousClock.now < deadline else {
                throw TestMariaDBError(
                    "a cluster of \(size) on \(node.socket) did not come to be: \(state)")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}

extension MariaDBServer {
    /// What the server counts and says of itself.
    package func status(_ names: String...) throws -> [String: String] {
        let list = names.map { "'\($0)'" }.joined(separator: ",")
        let values = try select(
            """
            select concat(lower(variable_name), '=', variable_value)
            from information_schema.global_status where variable_name in (\(list))
            """)
        return Dictionary(
            values.compactMap { line in
                line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    .map(String.init)
            }.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
}
